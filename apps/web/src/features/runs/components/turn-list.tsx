import { Button, SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useContactTurns } from '../api/use-contact-turns';
import { useRunTexts } from '../use-run-texts';
import { TurnItem } from './turn-item';

export type TurnListProps = { contactId: string };

/** The turns of a contact, newest first, each with what was considered and what ran. */
export function TurnList({ contactId }: TurnListProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const turns = useContactTurns(contactId);
  return (
    <QueryView
      query={turns}
      skeleton={<SkeletonRows label={appText('loading')} className="h-16" count={4} />}
    >
      {({ pages }) => {
        const items = pages.flatMap((page) => page.turns);
        if (items.length === 0) return <p className="text-ink-muted">{t('turns.empty')}</p>;
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
                {appText('actions.loadMore')}
              </Button>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
