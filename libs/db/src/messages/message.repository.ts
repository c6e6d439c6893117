import { In } from 'typeorm';
import { z } from 'zod';
import type { KeysetCursor } from '../pagination/keyset-cursor';
import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { MessageEntity } from './message.entity';

const keyRow = z.object({ sortKey: z.string() });

export const messageRepository = {
  find: (tx: Tx, key: { id: string; conversationId: string }): Promise<MessageEntity | null> =>
    tx.findOneBy(MessageEntity, key),

  /** `since` and `until` bound the partitions that are looked at. */
  listByIds: (
    tx: Tx,
    { ids, since, until }: { ids: readonly string[]; since: Date; until: Date },
  ): Promise<MessageEntity[]> =>
    tx
      .createQueryBuilder(MessageEntity, 'message')
      .where({ id: In([...ids]) })
      .andWhere('message.timestamp BETWEEN :since AND :until', { since, until })
      .getMany(),

  /** Messages of a conversation, the latest first. */
  async list(
    tx: Tx,
    key: { conversationId: string; workspaceId: string },
    request: PageRequest,
  ): Promise<Page<MessageEntity>> {
    const after = cursorOf(request, isTimeKey);
    const total = await tx.countBy(MessageEntity, key);
    const query = tx
      .createQueryBuilder(MessageEntity, 'message')
      .where(key)
      .addSelect('message.timestamp::text', 'sortKey')
      .orderBy('message.timestamp', 'DESC')
      .addOrderBy('message.id', 'DESC')
      .offset(offsetOf(request))
      .limit(request.limit + 1);
    if (after !== null) {
      query.andWhere('(message.timestamp, message.id) < (:afterAt::timestamptz, :afterId::uuid)', {
        afterAt: after[0],
        afterId: after[1],
      });
    }
    const { entities, raw } = await query.getRawAndEntities();
    const keys = z.array(keyRow).parse(raw);
    const rows = entities.map((entity, index) => ({ entity, sortKey: keys[index]?.sortKey ?? '' }));
    const page = toPage({ rows, total, request, keyOf: (row) => [row.sortKey, row.entity.id] });
    return { ...page, rows: page.rows.map((row) => row.entity) };
  },
};

function isTimeKey(values: KeysetCursor): values is [string, string] {
  const [at, id] = values;
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) && z.uuid().safeParse(id).success;
}
