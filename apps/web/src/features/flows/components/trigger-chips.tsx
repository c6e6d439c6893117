import { TagChip } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { readTriggerLabel } from '../read-trigger-label';

export type TriggerChipsProps = {
  count: number;
  /** As the list of flows has them: `dm_keyword: price`. */
  labels: readonly string[];
};

const shown = 2;

/** What starts a flow, in a few words. */
export function TriggerChips({ count, labels }: TriggerChipsProps) {
  const { t } = useTranslation('flows');
  if (count === 0) return <span className="text-sm text-ink-faint">{t('noTriggers')}</span>;
  const words = labels.slice(0, shown).map((label) => {
    const { type, keyword } = readTriggerLabel(label);
    if (type === null) return label;
    const name = t(`trigger.${type}`);
    return keyword === null ? name : t('triggerWith', { name, keyword });
  });
  return (
    <ul className="flex max-w-80 flex-wrap gap-1">
      {words.map((text, index) => (
        <li key={index} className="max-w-full" title={text}>
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
