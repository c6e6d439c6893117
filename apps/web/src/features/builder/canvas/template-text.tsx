import { splitTemplate } from '../card/split-template';
import { useTexts } from '../texts/use-texts';

/** Text of a message with its variables as chips. Rendered as text only, whatever it holds. */
export function TemplateText({ text }: { text: string }) {
  const t = useTexts();
  if (text === '') return <span className="text-ink-faint">{t('card.emptyText')}</span>;
  return splitTemplate(text).map((part, index) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <span
        key={`${part.name}-${String(index)}`}
        className="rounded-sm bg-accent-soft px-1 text-xs text-accent-text"
      >
        {part.name.replace(/^contact\./, '')}
      </span>
    ),
  );
}
