import { cx } from '@instaflow/ui';
import { useTexts } from '../../texts/use-texts';

/** How much of a limit is used, counted while typing; red beyond it. */
export function LengthHint({
  used,
  limit,
  unit,
}: {
  used: number;
  limit: number;
  unit: 'bytes' | 'characters';
}) {
  const t = useTexts();
  return (
    <span
      className={cx(
        'tabular-nums',
        used > limit ? 'font-medium text-danger-text' : used > limit * 0.9 && 'text-warning-text',
      )}
    >
      {t(`fields.${unit}`, { used, limit })}
    </span>
  );
}
