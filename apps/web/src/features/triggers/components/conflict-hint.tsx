import { cx } from '@instaflow/ui';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TriggerConflict } from '../find-conflicts';
import { useJumpToTrigger } from '../hooks/use-jump-to-trigger';

export type ConflictHintProps = {
  conflicts: readonly TriggerConflict[];
  /** Whether the others are on the page, to jump to. */
  canJump?: boolean;
};

/** Which other flows the same words would start, and which of them wins. */
export function ConflictHint({ conflicts, canJump = false }: ConflictHintProps) {
  const { t } = useTranslation('triggers');
  const jumpTo = useJumpToTrigger();
  if (conflicts.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 pt-1 text-sm" title={t('conflictHint')}>
      {conflicts.map(({ trigger, words, wins }) => {
        const Icon = wins ? TriangleAlert : CircleCheck;
        const shown = { flow: trigger.flowName, words: words.join(', ') || t('anyText') };
        return (
          <li
            key={trigger.triggerId}
            className={cx('flex items-start gap-1.5', wins ? 'text-warning-text' : 'text-ink-muted')}
          >
            <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            <span>
              {wins ? t('conflict.loses', shown) : t('conflict.wins', shown)}{' '}
              {canJump && (
                <button
                  type="button"
                  className="cursor-pointer font-medium underline underline-offset-2"
                  onClick={() => jumpTo(trigger.triggerId)}
                >
                  {t('conflict.jump')}
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
