import type { FlowSummary, Trigger } from '@instaflow/contracts';
import { Badge, TableCell } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TimeAgo } from '../../../shared/components/time-ago';
import { useFormat } from '../../../shared/format/use-format';
import { flowStateOf, flowStateTones } from '../flow-state';
import { FlowMenu } from './flow-menu';
import { TriggerChips } from './trigger-chips';

export type FlowRowProps = { flow: FlowSummary; triggers: readonly Trigger[] | undefined };

/** One flow of the list. */
export function FlowRow({ flow, triggers }: FlowRowProps) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const state = flowStateOf(flow);
  const { pausedAt } = flow;
  const badge = (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={flowStateTones[state]} hasDot>
        {t(`state.${state}`)}
      </Badge>
      {pausedAt && (
        <Badge tone="warning" hasDot>
          <time dateTime={pausedAt} title={format.exact(pausedAt)}>
            {t('pausedSince', { time: `${format.dayMonth(pausedAt)}, ${format.time(pausedAt)}` })}
          </time>
        </Badge>
      )}
    </span>
  );
  return (
    <tr className="transition-colors hover:bg-hover/50">
      <TableCell className="max-w-80 max-sm:w-full max-sm:max-w-0">
        <Link
          to={`/accounts/${flow.instagramAccountId}/flows/${flow.flowId}`}
          className="block truncate py-0.5 font-medium hover:underline"
          title={flow.name}
        >
          {flow.name}
        </Link>
        {(flow.description || flow.publishedVersion !== null) && (
          <p className="truncate text-sm text-ink-muted" title={flow.description}>
            {flow.description || t('version', { version: flow.publishedVersion })}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-1.5 pt-1 md:hidden">
          <span className="sm:hidden">{badge}</span>
          <TriggerChips count={flow.triggerCount} triggers={triggers} />
        </div>
      </TableCell>
      <TableCell className="max-sm:hidden">{badge}</TableCell>
      <TableCell className="max-md:hidden">
        <TriggerChips count={flow.triggerCount} triggers={triggers} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted max-lg:hidden">
        <TimeAgo at={flow.updatedAt} />
      </TableCell>
      <TableCell className="w-px pl-0 text-right">
        <FlowMenu flow={flow} />
      </TableCell>
    </tr>
  );
}
