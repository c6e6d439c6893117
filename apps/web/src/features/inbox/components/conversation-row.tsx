import type { Conversation } from '@instaflow/contracts';
import { Avatar, cx } from '@instaflow/ui';
import { memo } from 'react';
import { Link, useLocation } from 'react-router';
import { TimeAgo } from '../../../shared/components/time-ago';
import { conversationName } from '../../../shared/conversation/conversation-name';
import { RowMarks } from './row-marks';
import { RowPreview } from './row-preview';

export type ConversationRowProps = { conversation: Conversation; isCurrent: boolean };

/** One conversation of the list. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  isCurrent,
}: ConversationRowProps) {
  const { search } = useLocation();
  const name = conversationName(conversation);
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
          <span
            className={cx('truncate', conversation.unreadCount > 0 ? 'font-semibold' : 'font-medium')}
            title={name}
          >
            {name}
          </span>
          {conversation.lastMessageTimestamp && (
            <TimeAgo at={conversation.lastMessageTimestamp} className="shrink-0 text-xs text-ink-muted" />
          )}
        </span>
        <RowPreview conversation={conversation} />
        <RowMarks conversation={conversation} />
      </span>
    </Link>
  );
});
