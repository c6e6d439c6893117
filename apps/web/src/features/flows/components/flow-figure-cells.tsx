import type { FlowSummary } from '@instaflow/contracts';
import { TableCell } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TimeAgo } from '../../../shared/components/time-ago';
import { useFormat } from '../../../shared/format/use-format';

export type FlowFigureCellsProps = { flow: FlowSummary; path: string };

/** What happened in a flow lately, who stands in it now, and who changed it last. */
export function FlowFigureCells({ flow, path }: FlowFigureCellsProps) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const { waitingCount, name } = flow;
  return (
    <>
      <FiguresCell figures={flow.figures ?? null} />
      <TableCell className="text-right tabular-nums max-lg:hidden">
        {waitingCount === 0 ? (
          '0'
        ) : (
          <Link to={`${path}/waiting`} className="text-accent-text hover:underline">
            {format.number(waitingCount)}
            <span className="sr-only"> {t('waitingIn', { name })}</span>
          </Link>
        )}
      </TableCell>
      <ActivityCell flow={flow} />
    </>
  );
}

function FiguresCell({ figures }: { figures: NonNullable<FlowSummary['figures']> | null }) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  if (figures === null) {
    return <TableCell className="text-right text-ink-faint max-lg:hidden">{t('figures.notYet')}</TableCell>;
  }
  const { entered, completionRate, clickRate, countedAt } = figures;
  const lines = [
    completionRate !== null && t('figures.completed', { rate: format.percent(completionRate) }),
    clickRate !== null && t('figures.tapped', { rate: format.percent(clickRate) }),
  ].filter((line) => line !== false);
  return (
    <TableCell className="text-right whitespace-nowrap tabular-nums max-lg:hidden">
      <span title={t('figures.countedAt', { time: format.exact(countedAt) })}>
        {t('figures.entered', { count: entered, number: format.number(entered) })}
      </span>
      {lines.map((line) => (
        <span key={line} className="block text-sm text-ink-muted">
          {line}
        </span>
      ))}
    </TableCell>
  );
}

function ActivityCell({ flow: { lastRunAt, updatedAt, editedBy } }: { flow: FlowSummary }) {
  const { t } = useTranslation('flows');
  return (
    <TableCell className="text-sm text-ink-muted max-[87rem]:hidden">
      <span className="block whitespace-nowrap">
        {t('figures.changed')} <TimeAgo at={updatedAt} />
      </span>
      {editedBy && (
        <span className="block max-w-36 truncate" title={editedBy.name}>
          {t('figures.by', { name: editedBy.name })}
        </span>
      )}
      {lastRunAt && (
        <span className="block whitespace-nowrap">
          {t('figures.ran')} <TimeAgo at={lastRunAt} />
        </span>
      )}
    </TableCell>
  );
}
