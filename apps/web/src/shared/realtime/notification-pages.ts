import type { Notification } from '@instaflow/contracts';

export type NotificationPage = {
  notifications: Notification[];
  total: number;
  unreadCount: number;
  nextCursor: string | null;
};
export type NotificationPages = { pages: NotificationPage[]; pageParams: unknown[] };

/** Puts a new notification on top; one that is known already changes nothing. */
export function addNotification(data: NotificationPages, notification: Notification): NotificationPages {
  const [first] = data.pages;
  if (!first) return data;
  const isKnown = data.pages.some(({ notifications }) =>
    notifications.some(({ notificationId }) => notificationId === notification.notificationId),
  );
  if (isKnown) return data;
  const counted = data.pages.map((page) => ({
    ...page,
    total: page.total + 1,
    unreadCount: page.unreadCount + Number(notification.readAt === null),
  }));
  return {
    ...data,
    pages: counted.map((page, index) =>
      index === 0 ? { ...page, notifications: [notification, ...page.notifications] } : page,
    ),
  };
}

/** How many are unread, as last heard. */
export const countUnread = (data: NotificationPages | undefined): number => data?.pages[0]?.unreadCount ?? 0;

/** Marks some, or all (`ids` null), as read at `readAt`, an ISO instant. */
export function markNotificationsRead(
  data: NotificationPages,
  { ids, readAt }: { ids: readonly string[] | null; readAt: string },
): NotificationPages {
  const isMeant = ({ notificationId, readAt: known }: Notification) =>
    known === null && (ids === null || ids.includes(notificationId));
  const meant = data.pages.flatMap(({ notifications }) => notifications.filter(isMeant)).length;
  const unreadCount = ids === null ? 0 : Math.max(0, countUnread(data) - meant);
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      unreadCount,
      notifications: page.notifications.map((known) => (isMeant(known) ? { ...known, readAt } : known)),
    })),
  };
}
