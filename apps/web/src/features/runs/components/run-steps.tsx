import { Button, SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { listValues } from '../../../shared/trace/list-values';
import { StepList } from '../../../shared/trace/step-list';
import { ValueList } from '../../../shared/trace/value-list';
import { useRun } from '../api/use-run';
import { useRunTexts } from '../use-run-texts';
import { Moment } from './moment';

export type RunStepsProps = { runId: string };

/** The steps of one run, the first first, and the values it holds. */
export function RunSteps({ runId }: RunStepsProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const run = useRun(runId);
  return (
    <QueryView query={run} skeleton={<SkeletonRows label={appText('loading')} className="h-10" count={3} />}>
      {({ pages }) => {
        const turns = pages.flatMap((page) => page.turns).filter(({ steps }) => steps.length > 0);
        const values = listValues(pages[0]?.context ?? {});
        return (
          <div className="flex flex-col gap-3">
            {turns.length === 0 && <p className="text-sm text-ink-muted">{t('runs.noTurns')}</p>}
            {turns.map((turn) => (
              <section key={turn.turnId} className="flex flex-col gap-1">
                <Moment at={turn.at} className="text-xs text-ink-muted" />
                <StepList steps={turn.steps} />
              </section>
            ))}
            {run.hasNextPage && (
              <Button
                size="sm"
                className="self-start"
                isBusy={run.isFetchingNextPage}
                onClick={() => void run.fetchNextPage()}
              >
                {t('runs.laterTurns')}
              </Button>
            )}
            {values.length > 0 && (
              <section className="flex flex-col gap-1 border-t border-line pt-2">
                <h3 className="text-sm font-medium">{t('runs.context')}</h3>
                <ValueList values={values} />
              </section>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}
