import type { FlowSummary } from '@instaflow/contracts';
import { TableCell } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TimeAgo } from '../../../shared/components/time-ago';
import { FlowBadges } from './flow-badges';
import { TriggerChips } from './trigger-chips';

export type FlowNameCellProps = { flow: FlowSummary; path: string; folder: string };

/** What a flow is called and what starts it; on a phone all there is to say of it. */
export function FlowNameCell({ flow, path, folder }: FlowNameCellProps) {
  const { t } = useTranslation('flows');
  const { name, description, publishedVersion, enteredCount, waitingCount } = flow;
  const version = publishedVersion === null ? '' : t('version', { version: publishedVersion });
  const subtitle = description || version;
  return (
    <TableCell className="max-w-72 max-sm:w-full max-sm:max-w-0">
      <Link to={path} className="block truncate py-0.5 font-medium hover:underline" title={name}>
        {name}
      </Link>
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
      <p className="pt-1 text-sm text-ink-muted md:hidden">
        {t('numbers', { entered: enteredCount, waiting: waitingCount })}
        {' · '}
        <TimeAgo at={flow.updatedAt} />
      </p>
    </TableCell>
  );
}
