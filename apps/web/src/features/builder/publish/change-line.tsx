import { nameKind } from '../texts/name-kind';
import { useTexts } from '../texts/use-texts';
import { nameField } from './name-field';
import { usePublishTexts, type PublishTexts } from './publish-texts';
import type { ShownWords } from './shown-diff';

/** One thing that happened to a step, as a sentence; a text with what it was and what it is. */
export function ChangeLine({ words }: { words: ShownWords }) {
  const t = usePublishTexts();
  const kindText = useTexts();
  if (words.key === 'textChanged') return <TextChange values={words.values} />;
  return <>{say({ t, words, nameOfKind: (type) => nameKind(kindText, type) })}</>;
}

type Saying = { t: PublishTexts; words: ShownWords; nameOfKind: (type: string) => string };

type Plain =
  | 'renamed'
  | 'buttonAdded'
  | 'buttonRemoved'
  | 'buttonChanged'
  | 'connected'
  | 'disconnected'
  | 'reconnected'
  | 'reordered'
  | 'switchedOff'
  | 'switchedOn';

/** Words whose values are said as they are. */
const plain: ReadonlyMap<string, Plain> = new Map(
  (
    [
      'renamed',
      'buttonAdded',
      'buttonRemoved',
      'buttonChanged',
      'connected',
      'disconnected',
      'reconnected',
      'reordered',
      'switchedOff',
      'switchedOn',
    ] as const
  ).map((key) => [key, key]),
);

function say({ t, words: { key, values }, nameOfKind }: Saying): string {
  const { before, after, ...others } = nameValues(values);
  switch (key) {
    case 'kindChanged':
      return t('words.kindChanged', { before: nameOfKind(before), after: nameOfKind(after) });
    case 'fieldSet':
    case 'fieldCleared':
    case 'fieldChanged':
      return t(`words.${key}`, { field: nameField(t, values['field'] ?? '') });
    default: {
      const known = plain.get(key);
      return known ? t(`words.${known}`, { before, after, ...others }) : t('words.other');
    }
  }
}

/** The values by their names, so that a text can only ask for those there are. */
function nameValues({
  before = '',
  after = '',
  button = '',
  outlet = '',
  target = '',
}: ShownWords['values']) {
  return { before, after, button, outlet, target };
}

function TextChange({ values }: { values: Record<string, string> }) {
  const t = usePublishTexts();
  const { field = '', before = '', after = '' } = values;
  const name = { field: nameField(t, field) };
  const key = before === '' ? 'textSet' : after === '' ? 'textCleared' : 'textChanged';
  return (
    <>
      {t(`words.${key}`, name)}
      {before !== '' && (
        <del className="mt-0.5 block border-l-2 border-danger pl-2 break-words whitespace-pre-line text-ink-muted">
          <span className="sr-only">{t('words.before')}</span>
          {before}
        </del>
      )}
      {after !== '' && (
        <ins className="mt-0.5 block border-l-2 border-success pl-2 break-words whitespace-pre-line no-underline">
          <span className="sr-only">{t('words.after')}</span>
          {after}
        </ins>
      )}
    </>
  );
}
