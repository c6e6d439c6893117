import { Controller, Inject } from '@nestjs/common';
import { endpoints, type ResponseOf } from '@instaflow/contracts';
import { inWorkspaces, notificationRepository } from '@instaflow/db';
import { notFound } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call, Caller } from '../http/call';
import { Route } from '../http/route';
import { toNotifications } from './to-notifications';

/** What the signed-in user was told; nobody sees or marks what others were told. */
@Controller()
export class NotificationsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.listNotifications)
  list({
    caller,
    query,
  }: Call<typeof endpoints.listNotifications>): Promise<ResponseOf<typeof endpoints.listNotifications>> {
    const { workspaceId, unread, ...request } = query;
    if (workspaceId !== undefined && !caller.memberships.has(workspaceId)) throw notFound();
    const mine = mineOf(caller, workspaceId);
    return inWorkspaces(this.deps.appSource, mine.workspaceIds, async (tx) => {
      const page = await notificationRepository.list(tx, { mine, isUnread: unread, request });
      return {
        notifications: await toNotifications(tx, page.rows),
        total: page.total,
        nextCursor: page.nextCursor,
        unreadCount: await notificationRepository.countUnread(tx, mine),
      };
    });
  }

  @Route(endpoints.readNotifications)
  read({
    caller,
    body,
  }: Call<typeof endpoints.readNotifications>): Promise<ResponseOf<typeof endpoints.readNotifications>> {
    const mine = mineOf(caller);
    const ids = 'all' in body ? null : body.notificationIds;
    return inWorkspaces(this.deps.appSource, mine.workspaceIds, async (tx) => {
      await notificationRepository.markRead(tx, { mine, ids, now: this.deps.clock.now() });
      return { unreadCount: await notificationRepository.countUnread(tx, mine) };
    });
  }
}

function mineOf({ userId, memberships }: Caller, workspaceId?: string) {
  return { userId, workspaceIds: workspaceId === undefined ? [...memberships.keys()] : [workspaceId] };
}
