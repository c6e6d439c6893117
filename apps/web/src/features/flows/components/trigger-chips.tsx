import type { Trigger } from '@instaflow/contracts';
import { TagChip } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';

export type TriggerChipsProps = { count: number; triggers: readonly Trigger[] | undefined };

const shown = 2;

/** What starts a flow, in a few words. */
export function TriggerChips({ count, triggers = [] }: TriggerChipsProps) {
  const { t } = useTranslation('flows');
  if (count === 0) return <span className="text-sm text-ink-faint">{t('noTriggers')}</span>;
  const words = triggers
    .slice(0, shown)
    .map((trigger) => ({ id: trigger.triggerId, text: describe(trigger) }));
  function describe({ type, keyword }: Trigger): string {
    if (type === 'dm_keyword') return keyword ? t('trigger.dm_keyword', { keyword }) : t('trigger.dm_any');
    if (type === 'comment_keyword') {
      return keyword ? t('trigger.comment_keyword', { keyword }) : t('trigger.comment_any');
    }
    return t(`trigger.${type}`);
  }
  return (
    <ul className="flex max-w-80 flex-wrap gap-1">
      {words.map(({ id, text }) => (
        <li key={id} className="max-w-full" title={text}>
          <TagChip>{text}</TagChip>
        </li>
      ))}
      {count > words.length && (
        <li>
          <TagChip>{t('moreTriggers', { count: count - words.length })}</TagChip>
        </li>
      )}
    </ul>
  );
}
