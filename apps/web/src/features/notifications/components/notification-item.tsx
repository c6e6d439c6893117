import type { Notification } from '@instaflow/contracts';
import { cx, IconButton } from '@instaflow/ui';
import {
  AtSign,
  Check,
  CircleAlert,
  MessageSquareText,
  PlugZap,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TimeAgo } from '../../../shared/components/time-ago';
import { placeOfNotification } from '../place-of-notification';

export type NotificationItemProps = {
  notification: Notification;
  onRead: () => void;
  onFollow: () => void;
};

const looks: Record<Notification['kind'], { icon: LucideIcon; classes: string }> = {
  team_message: { icon: MessageSquareText, classes: 'bg-accent-soft text-accent-text' },
  human_takeover: { icon: UserRound, classes: 'bg-warning-soft text-warning-text' },
  run_failed: { icon: CircleAlert, classes: 'bg-danger-soft text-danger-text' },
  account_error: { icon: PlugZap, classes: 'bg-danger-soft text-danger-text' },
  flow_comment: { icon: AtSign, classes: 'bg-accent-soft text-accent-text' },
};

/** One thing to know; its text leads to the place it is about. */
export function NotificationItem({ notification, onRead, onFollow }: NotificationItemProps) {
  const { t } = useTranslation('notifications');
  const { kind, title, message, createdAt, readAt } = notification;
  const { icon: Icon, classes } = looks[kind];
  const isUnread = readAt === null;
  const follow = () => {
    if (isUnread) onRead();
    onFollow();
  };
  return (
    <li className="relative flex gap-3 rounded-md px-2 py-2.5 focus-within:bg-hover hover:bg-hover">
      <span
        aria-hidden="true"
        className={cx('relative grid size-8 shrink-0 place-items-center rounded-full', classes)}
      >
        <Icon className="size-4" />
        {isUnread && <span className="absolute top-0 right-0 size-2 rounded-full bg-accent" />}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <Link
          to={placeOfNotification(notification)}
          onClick={follow}
          className={cx(
            'break-words after:absolute after:inset-0 after:rounded-md',
            isUnread ? 'font-semibold' : 'font-medium',
          )}
        >
          {isUnread && <span className="sr-only">{t('unread')}: </span>}
          {title}
        </Link>
        {message && <p className="text-sm break-words whitespace-pre-line text-ink-muted">{message}</p>}
        <TimeAgo at={createdAt} className="text-xs text-ink-faint" />
      </div>
      {isUnread && (
        <IconButton
          size="sm"
          label={t('markOne', { title })}
          hasTooltip={false}
          className="relative shrink-0"
          onClick={onRead}
        >
          <Check aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
