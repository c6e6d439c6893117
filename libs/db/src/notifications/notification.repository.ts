import { In, IsNull } from 'typeorm';
import { pageById } from '../pagination/page-by-id';
import type { Page, PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { NotificationEntity } from './notification.entity';

type Mine = { userId: string; workspaceIds: readonly string[] };

const shownTo = ({ userId, workspaceIds }: Mine) => ({
  userId,
  workspaceId: In([...workspaceIds]),
  isInApp: true,
});

/** What a user is told in the app; every call names the user, for workspaces alone would show what others were told. */
export const notificationRepository = {
  /** The latest first. */
  list(
    tx: Tx,
    input: { mine: Mine; isUnread?: boolean | undefined; request: PageRequest },
  ): Promise<Page<NotificationEntity>> {
    const query = tx
      .createQueryBuilder(NotificationEntity, 'notification')
      .where({ ...shownTo(input.mine), ...(input.isUnread ? { readAt: IsNull() } : {}) });
    return pageById(query, input.request, 'DESC');
  },

  listByIds: (tx: Tx, ids: readonly string[]): Promise<NotificationEntity[]> =>
    tx.findBy(NotificationEntity, { id: In([...ids]) }),

  countUnread: (tx: Tx, mine: Mine): Promise<number> =>
    tx.countBy(NotificationEntity, { ...shownTo(mine), readAt: IsNull() }),

  /** Marks as read: these, or all (null). What is not the user's own is passed over. Repeatable. */
  async markRead(
    tx: Tx,
    { mine, ids, now }: { mine: Mine; ids: readonly string[] | null; now: number },
  ): Promise<void> {
    const these = ids === null ? {} : { id: In([...ids]) };
    await tx.update(
      NotificationEntity,
      { ...shownTo(mine), ...these, readAt: IsNull() },
      { readAt: new Date(now) },
    );
  },
};
