import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountTriggers } from '../../../shared/account/use-account-triggers';
import { useFlowStates } from '../../triggers/hooks/use-flow-states';
import { listFlowConflicts } from './list-flow-conflicts';

const shown = 2;

/** Which other flows the words of a flow would start as well, and who answers them. Nothing until triggers are loaded. */
export function FlowConflicts({ flowId }: { flowId: string }) {
  const { t } = useTranslation('flows');
  const triggers = useAccountTriggers().data?.triggers;
  const { isLive } = useFlowStates();
  const conflicts = useMemo(
    () => listFlowConflicts({ flowId, triggers: triggers ?? [], isLive }),
    [flowId, triggers, isLive],
  );
  if (conflicts.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 pt-1 text-sm">
      {conflicts.slice(0, shown).map(({ triggerId, flowName, words, wins }) => {
        const Icon = wins ? CircleCheck : TriangleAlert;
        const values = {
          flow: flowName,
          words: words.map((word) => `“${word}”`).join(', ') || t('conflict.anyText'),
        };
        return (
          <li
            key={triggerId}
            className={`flex items-start gap-1.5 ${wins ? 'text-ink-muted' : 'text-warning-text'}`}
          >
            <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            <span className="min-w-0 break-words">
              {t(wins ? 'conflict.wins' : 'conflict.loses', values)}
            </span>
          </li>
        );
      })}
      {conflicts.length > shown && (
        <li className="text-ink-muted">{t('conflict.more', { count: conflicts.length - shown })}</li>
      )}
    </ul>
  );
}
