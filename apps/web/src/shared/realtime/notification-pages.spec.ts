import type { Notification } from '@instaflow/contracts';
import {
  addNotification,
  countUnread,
  markNotificationsRead,
  type NotificationPages,
} from './notification-pages';

const notification = (id: string, readAt: string | null = null): Notification =>
  ({ notificationId: id, readAt }) as Notification;

const pagesOf = (unreadCount: number, ...pages: Notification[][]): NotificationPages => ({
  pages: pages.map((notifications) => ({ notifications, total: 4, unreadCount, nextCursor: null })),
  pageParams: pages.map((_, index) => index),
});

const readAt = '2026-11-21T08:00:00.000Z';
const idsOf = (data: NotificationPages) =>
  data.pages.map(({ notifications }) => notifications.map(({ notificationId }) => notificationId));

describe('addNotification', () => {
  it('puts a new one on top of the first page and counts it', () => {
    const data = addNotification(
      pagesOf(1, [notification('b')], [notification('a', readAt)]),
      notification('c'),
    );
    expect(idsOf(data)).toEqual([['c', 'b'], ['a']]);
    expect(countUnread(data)).toBe(2);
  });

  it('counts none twice', () => {
    const data = pagesOf(1, [notification('b')], [notification('a', readAt)]);
    expect(addNotification(data, notification('a'))).toBe(data);
  });

  it('leaves a list alone that was not read yet', () => {
    const data = pagesOf(0);
    expect(addNotification(data, notification('a'))).toBe(data);
  });
});

describe('markNotificationsRead', () => {
  const data = pagesOf(3, [notification('c'), notification('b', readAt)], [notification('a')]);

  it('marks those named, and counts only those that were unread', () => {
    const marked = markNotificationsRead(data, { ids: ['a', 'b'], readAt });
    expect(marked.pages.flatMap((page) => page.notifications.map((known) => known.readAt))).toEqual([
      null,
      readAt,
      readAt,
    ]);
    expect(countUnread(marked)).toBe(2);
  });

  it('marks all, also those on pages that were not read', () => {
    expect(countUnread(markNotificationsRead(data, { ids: null, readAt }))).toBe(0);
  });
});
