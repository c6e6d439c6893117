import type { ShownValue } from './list-values';
import { useReasonText } from './use-reason-text';

export type ValueListProps = { values: readonly ShownValue[] };

/** Values by name. */
export function ValueList({ values }: ValueListProps) {
  const { valueText, reasonText } = useReasonText();
  if (values.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
      {values.map(({ name, text }) => (
        <div key={name} className="contents">
          <dt className="max-w-40 break-words text-ink-muted">{valueText(name)}</dt>
          <dd className="break-words whitespace-pre-wrap">{name === 'cause' ? reasonText(text) : text}</dd>
        </div>
      ))}
    </dl>
  );
}
