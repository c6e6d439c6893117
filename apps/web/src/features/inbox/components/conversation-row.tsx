import type { Conversation } from '@instaflow/contracts';
import { Avatar, Badge, cx } from '@instaflow/ui';
import { UserRoundCheck } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { TimeAgo } from '../../../shared/components/time-ago';
import { conversationName } from '../../../shared/conversation/conversation-name';
import { useSession } from '../../../shared/session/session-store';
import { useInbox } from '../state/inbox-store';
import { WindowChip } from './window-chip';

export type ConversationRowProps = { conversation: Conversation; isCurrent: boolean };

/** One conversation of the list. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  isCurrent,
}: ConversationRowProps) {
  const { t } = useTranslation('inbox');
  const { search } = useLocation();
  const userId = useSession((session) => session.userId);
  const draft = useInbox((inbox) => inbox.drafts[conversation.conversationId]);
  const name = conversationName(conversation);
  const isUnread = conversation.unreadCount > 0;
  const assignee = conversation.assignedAgentId;
  return (
    <Link
      to={`/accounts/${conversation.instagramAccountId}/inbox/${conversation.conversationId}${search}`}
      aria-current={isCurrent ? 'true' : undefined}
      className={cx(
        'flex h-full items-center gap-3 border-b border-line px-3 -outline-offset-2 transition-colors hover:bg-hover',
        isCurrent && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <Avatar name={name} imageUrl={conversation.profilePictureUrl} size="lg" />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline justify-between gap-2">
          <span className={cx('truncate', isUnread ? 'font-semibold' : 'font-medium')} title={name}>
            {name}
          </span>
          {conversation.lastMessageTimestamp && (
            <TimeAgo at={conversation.lastMessageTimestamp} className="shrink-0 text-xs text-ink-faint" />
          )}
        </span>
        <span className="flex items-center justify-between gap-2">
          <span className={cx('truncate text-sm', isUnread ? 'text-ink' : 'text-ink-muted')}>
            {draft ? (
              <>
                <span className="text-danger-text">{t('draft')}</span>
                {draft}
              </>
            ) : (
              <>
                {conversation.lastMessageDirection === 'outbound' && t('you')}
                {conversation.lastMessageContent ?? t('noMessage')}
              </>
            )}
          </span>
          {isUnread && (
            <span
              aria-label={t('unread', { count: conversation.unreadCount })}
              role="img"
              className="grid h-5 min-w-5 shrink-0 place-items-center rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-ink"
            >
              {conversation.unreadCount > 99 ? '99+' : conversation.unreadCount}
            </span>
          )}
        </span>
        <span className="flex items-center gap-1.5 overflow-hidden">
          {conversation.status !== 'open' && (
            <Badge tone={conversation.status === 'pending_human' ? 'warning' : 'neutral'} className="h-5">
              {t(`status.${conversation.status}`)}
            </Badge>
          )}
          <WindowChip conversation={conversation} isSmall />
          {assignee && (
            <UserRoundCheck
              role="img"
              aria-label={assignee === userId ? t('assignedToMe') : t('assignedToOther')}
              className="size-3.5 shrink-0 text-ink-faint"
            />
          )}
        </span>
      </span>
    </Link>
  );
});
