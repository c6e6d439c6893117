import { cx } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useConversations } from '../../shared/conversation/use-conversations';

export type UnreadCountProps = { shape: 'row' | 'tab' };

const onlyUnread = { unread: true };

/** How many conversations have unread messages; nothing when none has. */
export function UnreadCount({ shape }: UnreadCountProps) {
  const { t } = useTranslation('app');
  const total = useConversations(onlyUnread).data?.pages[0]?.total ?? 0;
  if (total <= 0) return null;
  return (
    <span
      role="img"
      aria-label={t('unread', { count: total })}
      className={cx(
        'grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-ink',
        shape === 'row' ? 'ml-auto' : 'absolute top-0.5 left-1/2 ml-1.5',
      )}
    >
      {total > 99 ? '99+' : total}
    </span>
  );
}
