import { Button, Notice, SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QueryView } from '../../../../shared/components/query-view';
import { listValues } from '../../../../shared/trace/list-values';
import { useReasonText } from '../../../../shared/trace/use-reason-text';
import { ValueList } from '../../../../shared/trace/value-list';
import { Moment } from '../../../runs/components/moment';
import { RunActions } from '../../../runs/components/run-actions';
import { RunSummary } from '../../../runs/components/run-summary';
import { useBuilderSession } from '../../state/builder-context';
import { useOverlayTexts } from '../overlay-texts';
import { numberVisits } from './mark-path';
import { RunStepItem } from './run-step-item';
import { useRunPath, type RunPath } from './use-run-path';

/** The run step by step: what each read and did, and what Instagram answered; and what one can tell the run. */
export function RunPanel({ runId }: { runId: string }) {
  const t = useOverlayTexts();
  const { t: appText } = useTranslation('app');
  const { accountId, flowId } = useBuilderSession();
  const { query, path } = useRunPath(runId);
  return (
    <QueryView
      query={{ ...query, data: path ?? undefined }}
      skeleton={<SkeletonRows label={appText('loading')} className="h-12" count={5} />}
    >
      {({ run, turns, steps }) => {
        const orders = numberVisits(steps);
        const values = listValues(run.context);
        return (
          <div className="flex flex-col gap-3">
            <RunSummary run={run} />
            <div className="flex flex-wrap gap-2">
              <RunActions run={run} />
              <Button size="sm" asChild>
                <Link to={`/accounts/${accountId}/contacts/${run.contactId}?activity=runs`}>
                  {t('people.openContact')}
                </Link>
              </Button>
            </div>
            {run.flowId !== flowId && <Notice>{t('run.otherFlow', { name: run.flowName ?? '' })}</Notice>}
            {steps.length === 0 && <p className="text-ink-muted">{t('run.elsewhere')}</p>}
            {turns.map((turn) => (
              <RunTurn key={turn.turnId} turn={turn} orders={orders} />
            ))}
            {query.hasNextPage && (
              <Button
                size="sm"
                className="self-start"
                isBusy={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('run.laterTurns')}
              </Button>
            )}
            {values.length > 0 && (
              <section className="flex flex-col gap-1 border-t border-line pt-2">
                <h3 className="text-sm font-medium">{t('run.context')}</h3>
                <ValueList values={values} />
              </section>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

function RunTurn({
  turn,
  orders,
}: {
  turn: RunPath['turns'][number];
  orders: ReturnType<typeof numberVisits>;
}) {
  const { turnOutcomeText } = useReasonText();
  const { flowId } = useBuilderSession();
  return (
    <section className="flex flex-col gap-1">
      <p className="flex flex-wrap gap-x-2 text-xs text-ink-muted">
        <Moment at={turn.at} />
        <span>{turnOutcomeText(turn.outcome)}</span>
      </p>
      <ol className="flex flex-col gap-0.5">
        {turn.steps.map((step, index) => (
          <RunStepItem key={index} step={step} orders={step.flowId === flowId ? orders : null} />
        ))}
      </ol>
    </section>
  );
}
