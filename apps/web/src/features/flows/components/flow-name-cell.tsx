import type { FlowSummary } from '@instaflow/contracts';
import { TableCell } from '@instaflow/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeAgo } from '../../../shared/components/time-ago';
import { FlowBadges } from './flow-badges';
import { FlowLink } from '../thumbnail/flow-link';
import { TriggerChips } from './trigger-chips';

// Telling conflicts takes the engine's ear for words, which the list itself does without.
const FlowConflicts = lazy(async () => {
  const loaded = await import('../conflicts/flow-conflicts');
  return { default: loaded.FlowConflicts };
});

export type FlowNameCellProps = { flow: FlowSummary; path: string; folder: string };

/** What a flow is called and what starts it; on a phone all there is to say of it. */
export function FlowNameCell({ flow, path, folder }: FlowNameCellProps) {
  const { t } = useTranslation('flows');
  const { name, description, publishedVersion, figures, waitingCount } = flow;
  const isAnswering = flow.status === 'active' && flow.pausedAt === null && flow.triggerCount > 0;
  const version = publishedVersion === null ? '' : t('version', { version: publishedVersion });
  const subtitle = description || version;
  return (
    <TableCell className="w-full max-w-0">
      <FlowLink flowId={flow.flowId} name={name} path={path} />
      {subtitle && (
        <p className="truncate text-sm text-ink-muted" title={subtitle}>
          {subtitle}
        </p>
      )}
      {folder && (
        <p className="truncate text-xs text-ink-faint" title={folder}>
          {folder}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-1.5 pt-1">
        <span className="sm:hidden">
          <FlowBadges flow={flow} />
        </span>
        <TriggerChips count={flow.triggerCount} labels={flow.triggerLabels} />
      </div>
      {isAnswering && (
        <Suspense fallback={null}>
          <FlowConflicts flowId={flow.flowId} />
        </Suspense>
      )}
      <p className="pt-1 text-sm break-words text-ink-muted min-[87rem]:hidden">
        <span className="lg:hidden">
          {figures
            ? t('numbers', { entered: figures.entered, waiting: waitingCount })
            : t('waitingOnly', { waiting: waitingCount })}
          {' · '}
        </span>
        {t('figures.changed')} <TimeAgo at={flow.updatedAt} />
        {flow.editedBy && (
          <span className="max-lg:hidden"> {t('figures.by', { name: flow.editedBy.name })}</span>
        )}
      </p>
    </TableCell>
  );
}
