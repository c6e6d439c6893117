import { Avatar, Button, Card, SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import { QueryView } from '../../../shared/components/query-view';
import { TimeAgo } from '../../../shared/components/time-ago';
import { conversationName } from '../../../shared/conversation/conversation-name';
import { useConversations } from '../../../shared/conversation/use-conversations';

const shown = 5;
const waitingForPeople = { status: 'pending_human' } as const;

/** Who is waiting for a person right now. */
export function PendingList() {
  const { t } = useTranslation(['overview', 'app']);
  const accountId = useAccountId();
  const list = useConversations(waitingForPeople);
  const inbox = `/accounts/${accountId}/inbox`;
  return (
    <Card
      title={t('pending.title')}
      actions={
        <Button asChild size="sm" variant="ghost" className="-my-1">
          <Link to={`${inbox}?view=pending_human`}>{t('pending.all')}</Link>
        </Button>
      }
    >
      <QueryView query={list} skeleton={<SkeletonRows label={t('app:loading')} count={2} className="h-11" />}>
        {({ pages }) => {
          const waiting = pages.flatMap((page) => page.conversations).slice(0, shown);
          if (waiting.length === 0) return <p className="text-ink-muted">{t('pending.none')}</p>;
          return (
            <ul className="-mx-2 flex flex-col">
              {waiting.map((conversation) => (
                <li key={conversation.conversationId}>
                  <Link
                    to={`${inbox}/${conversation.conversationId}?view=pending_human`}
                    className="flex items-center gap-3 rounded-md px-2 py-2 hover:bg-hover"
                  >
                    <Avatar name={conversationName(conversation)} imageUrl={conversation.profilePictureUrl} />
                    <span className="flex min-w-0 flex-1 flex-col">
                      <span className="truncate font-medium">{conversationName(conversation)}</span>
                      <span className="truncate text-sm text-ink-muted">
                        {conversation.lastMessageContent}
                      </span>
                    </span>
                    {conversation.lastUserMessageAt && (
                      <TimeAgo at={conversation.lastUserMessageAt} className="text-sm text-ink-faint" />
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
    </Card>
  );
}
