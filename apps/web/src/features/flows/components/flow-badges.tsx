import type { FlowSummary } from '@instaflow/contracts';
import { Badge } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format';
import { flowStateOf, flowStateTones } from '../flow-state';

export type FlowBadgesProps = { flow: FlowSummary };

/** In which state a flow is, and whether its draft has errors. */
export function FlowBadges({ flow }: FlowBadgesProps) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const state = flowStateOf(flow);
  const { errorCount, pausedAt } = flow;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={flowStateTones[state]} hasDot>
        {state === 'paused' && pausedAt !== null ? (
          <time dateTime={pausedAt} title={format.exact(pausedAt)}>
            {t('pausedSince', { time: `${format.dayMonth(pausedAt)}, ${format.time(pausedAt)}` })}
          </time>
        ) : (
          t(state === 'liveChanged' ? 'state.live' : `state.${state}`)
        )}
      </Badge>
      {state === 'liveChanged' && (
        <Badge tone="warning" hasDot>
          {t('unpublished')}
        </Badge>
      )}
      {errorCount > 0 && (
        <Badge tone="danger" hasDot>
          {t('errors', { count: errorCount })}
        </Badge>
      )}
    </span>
  );
}
