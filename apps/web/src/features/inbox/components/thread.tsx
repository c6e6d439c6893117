import type { Conversation } from '@instaflow/contracts';
import { Button, SkeletonRows } from '@instaflow/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useFormat } from '../../../shared/format/use-format';
import { flattenMessages } from '../../../shared/realtime/message-pages';
import { useSession } from '../../../shared/session/session-store';
import { useMessages } from '../api/use-messages';
import { threadId } from '../element-ids';
import { groupByDay } from '../group-by-day';
import { hideArrived } from '../outgoing';
import { useInbox } from '../state/inbox-store';
import { useThread } from '../thread-context';
import { DaySection } from './day-section';
import { OutgoingItem } from './outgoing-item';

export type ThreadProps = { conversation: Conversation };

/** The messages. The frame is laid out from its end, so it stays at the latest one and earlier pages do not jump. */
export function Thread({ conversation }: ThreadProps) {
  const { t } = useTranslation(['inbox', 'app']);
  const format = useFormat();
  const { conversationId } = conversation;
  const { contactName: name } = useThread();
  const query = useMessages(conversationId);
  const userId = useSession((session) => session.userId);
  const allOutgoing = useInbox((inbox) => inbox.outgoing);
  const messages = useMemo(() => flattenMessages(query.data), [query.data]);
  const byMid = useMemo(
    () =>
      new Map(messages.flatMap((message) => (message.mid === null ? [] : [[message.mid, message] as const]))),
    [messages],
  );
  const own = allOutgoing.filter((message) => message.conversationId === conversationId);
  return (
    <div
      id={threadId}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      role="region"
      aria-label={t('thread.label', { name })}
      className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto px-3 py-4 -outline-offset-2 sm:px-5"
    >
      <QueryView
        query={query}
        skeleton={<SkeletonRows label={t('app:loading')} count={4} className="h-12" />}
      >
        {() => (
          <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
            {query.hasNextPage ? (
              <Button
                size="sm"
                className="self-center"
                isBusy={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('actions.earlier')}
              </Button>
            ) : (
              <p className="text-center text-sm text-ink-faint">
                {messages.length > 0 ? t('thread.beginning') : t('thread.empty')}
              </p>
            )}
            {groupByDay(messages, format.dayKey).map((group) => (
              <DaySection key={group.day} group={group} byMid={byMid} />
            ))}
            {own.length > 0 && (
              <ol className="flex flex-col gap-1.5">
                {hideArrived(own, messages, userId).map((message) => (
                  <OutgoingItem key={message.localId} message={message} />
                ))}
              </ol>
            )}
          </div>
        )}
      </QueryView>
    </div>
  );
}
