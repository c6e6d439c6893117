import type { Conversation } from '@instaflow/contracts';
import { cx } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useInbox } from '../state/inbox-store';

export type RowPreviewProps = { conversation: Conversation };

/** The last message or the unsent draft, and how many are unread. */
export function RowPreview({ conversation }: RowPreviewProps) {
  const { t } = useTranslation('inbox');
  const draft = useInbox((inbox) => inbox.drafts[conversation.conversationId]);
  const { unreadCount } = conversation;
  return (
    <span className="flex items-center justify-between gap-2">
      <span className={cx('truncate text-sm', unreadCount > 0 ? 'text-ink' : 'text-ink-muted')}>
        {draft ? (
          <span className="text-danger-text">{t('draft')}</span>
        ) : (
          conversation.lastMessageDirection === 'outbound' && t('you')
        )}
        {draft ?? conversation.lastMessageContent ?? t('noMessage')}
      </span>
      {unreadCount > 0 && (
        <span
          aria-label={t('unread', { count: unreadCount })}
          role="img"
          className="grid h-5 min-w-5 shrink-0 place-items-center rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-ink"
        >
          {unreadCount > 99 ? '99+' : unreadCount}
        </span>
      )}
    </span>
  );
}
