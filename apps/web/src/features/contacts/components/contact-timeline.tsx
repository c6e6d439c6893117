import { Button, SkeletonRows } from '@instaflow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { QueryView } from '../../../shared/components/query-view';
import { TurnItem } from './turn-item';

export type ContactTimelineProps = { contactId: string };

/** The turns of a contact, newest first, each with what was considered and what ran. */
export function ContactTimeline({ contactId }: ContactTimelineProps) {
  const { t } = useTranslation(['contacts', 'app']);
  const turns = useInfiniteQuery({
    queryKey: queryKeys.contactTurns(contactId),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'listContactTurns',
        { params: { id: contactId }, query: pageParam ? { cursor: pageParam } : {} },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <QueryView query={turns} skeleton={<SkeletonRows label={t('app:loading')} className="h-16" count={4} />}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.turns);
        if (items.length === 0) return <p className="text-ink-muted">{t('timeline.empty')}</p>;
        return (
          <>
            <ol className="flex flex-col gap-3">
              {items.map((turn, index) => (
                <TurnItem key={turn.turnId} turn={turn} isOpenAtFirst={index === 0} />
              ))}
            </ol>
            {turns.hasNextPage && (
              <Button
                className="mt-3"
                isBusy={turns.isFetchingNextPage}
                onClick={() => void turns.fetchNextPage()}
              >
                {t('app:actions.loadMore')}
              </Button>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
