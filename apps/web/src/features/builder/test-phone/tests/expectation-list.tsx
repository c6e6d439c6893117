import type { FlowTest } from '@instaflow/flow-model';
import { Checkbox } from '@instaflow/ui';
import type { Expectable } from './choose-expectations';
import { show } from './describe-difference';
import { describeMove } from './describe-move';
import { useTestTexts, type TestTexts } from './test-texts';

export type ExpectationListProps = {
  test: FlowTest;
  expectables: readonly Expectable[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
};

/** Everything that may be expected: below each move the replies to it, then how the talk ends. */
export function ExpectationList({ test, expectables, chosen, onChange }: ExpectationListProps) {
  const t = useTestTexts();
  const rest = expectables.filter((item) => !('step' in item));
  const pick = (items: readonly Expectable[]) =>
    items.map((item) => (
      <Checkbox
        key={item.key}
        label={<span className="break-words whitespace-pre-line">{nameExpectable(t, item)}</span>}
        isChecked={chosen.has(item.key)}
        onChange={(isChecked) => {
          const next = new Set(chosen);
          if (isChecked) next.add(item.key);
          else next.delete(item.key);
          onChange(next);
        }}
      />
    ));
  return (
    <ol className="flex flex-col gap-3">
      {test.steps.map(({ move }, step) => (
        <li key={step} className="flex flex-col gap-1">
          <p className="text-sm font-medium">{describeMove(t, move)}</p>
          <div className="flex flex-col gap-1 pl-3">
            {pick(expectables.filter((item) => 'step' in item && item.step === step))}
          </div>
        </li>
      ))}
      {rest.length > 0 && (
        <li className="flex flex-col gap-1">
          <p className="text-sm font-medium">{t('save.end')}</p>
          <div className="flex flex-col gap-1 pl-3">{pick(rest)}</div>
        </li>
      )}
    </ol>
  );
}

function nameExpectable(t: TestTexts, item: Expectable): string {
  switch (item.kind) {
    case 'message': {
      const { buttons = [] } = item.message;
      const said = show(t, item.message);
      return buttons.length > 0 ? `${said} · ${buttons.join(' · ')}` : said;
    }
    case 'silence':
      return t('save.nothing');
    case 'status':
      return t('end.status', { status: t(`status.${item.status}`) });
    case 'person':
      return t('end.person');
    case 'tags':
      return t('end.tags', { tags: item.tags.join(', ') });
    case 'attribute':
      return t('end.attribute', { name: item.name, value: show(t, item.value) });
  }
}
