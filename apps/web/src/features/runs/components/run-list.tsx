import { Button, SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useContactRuns } from '../api/use-contact-runs';
import { useRunTexts } from '../use-run-texts';
import { RunItem } from './run-item';

export type RunListProps = { contactId: string };

/** The flows a contact walked, newest first, with what one can do with each. */
export function RunList({ contactId }: RunListProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const runs = useContactRuns(contactId);
  return (
    <QueryView query={runs} skeleton={<SkeletonRows label={appText('loading')} className="h-20" count={3} />}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.runs);
        if (items.length === 0) return <p className="text-ink-muted">{t('runs.empty')}</p>;
        return (
          <>
            <ol className="flex flex-col gap-3">
              {items.map((run) => (
                <RunItem key={run.runId} run={run} />
              ))}
            </ol>
            {runs.hasNextPage && (
              <Button
                className="mt-3"
                isBusy={runs.isFetchingNextPage}
                onClick={() => void runs.fetchNextPage()}
              >
                {appText('actions.loadMore')}
              </Button>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
