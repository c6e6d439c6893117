import type { FlowVisit } from '@instaflow/contracts';
import { Button } from '@instaflow/ui';
import { useOverlayTexts } from '../overlay-texts';
import { VisitItem } from './visit-item';

export type VisitListProps = {
  visits: readonly FlowVisit[];
  more: { isFetchingNextPage: boolean; fetchNextPage: () => unknown } | null;
  empty: string;
};

/** People with what became of their runs, and what one can tell these. */
export function VisitList({ visits, more, empty }: VisitListProps) {
  const t = useOverlayTexts();
  if (visits.length === 0) return <p className="text-ink-muted">{empty}</p>;
  return (
    <>
      <ol className="flex flex-col gap-2">
        {visits.map((visit, index) => (
          <VisitItem key={`${visit.run.runId}/${String(index)}`} visit={visit} />
        ))}
      </ol>
      {more && (
        <Button size="sm" isBusy={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
    </>
  );
}
