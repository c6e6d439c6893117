import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format';
import { useNow } from '../../../shared/format/use-now';

export type DayHeadingProps = { day: string; firstAt: string };

const dayMs = 86_400_000;

/** The line between two days of a thread. */
export function DayHeading({ day, firstAt }: DayHeadingProps) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const now = useNow();
  const isoAt = (ms: number) => format.dayKey(new Date(ms).toISOString());
  const text =
    day === isoAt(now)
      ? t('thread.today')
      : day === isoAt(now - dayMs)
        ? t('thread.yesterday')
        : format.dayHead(firstAt);
  return (
    <h3 className="flex items-center gap-3 py-1 text-xs font-medium text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {text}
    </h3>
  );
}
