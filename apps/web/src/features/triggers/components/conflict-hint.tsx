import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TriggerConflict } from '../find-conflicts';

export type ConflictHintProps = { conflicts: readonly TriggerConflict[] };

/** Which other flows the same words would start. */
export function ConflictHint({ conflicts }: ConflictHintProps) {
  const { t } = useTranslation('triggers');
  if (conflicts.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 pt-1 text-sm text-warning-text" title={t('conflictHint')}>
      {conflicts.map(({ trigger, words }) => (
        <li key={trigger.triggerId} className="flex items-start gap-1.5">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          {t('conflict', { flow: trigger.flowName, words: words.join(', ') || t('anyText') })}
        </li>
      ))}
    </ul>
  );
}
