import { maxExactTotal } from '@instaflow/contracts';
import { In } from 'typeorm';
import { z } from 'zod';
import type { Conversation } from '@instaflow/contracts';
import type { KeysetCursor } from '../pagination/keyset-cursor';
import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from '../pagination/page';
import { searchPattern } from '../pagination/search-pattern';
import type { Tx } from '../transaction';
import { ConversationEntity } from './conversation.entity';

export type ConversationFilter = {
  accountId: string;
  workspaceId: string;
  status?: Conversation['status'] | undefined;
  search?: string | undefined;
  /** A user, or null for conversations nobody is assigned to. */
  assignedTo?: string | null | undefined;
  tag?: string | undefined;
  unread?: boolean | undefined;
};

/** The last message is searched in so many of the latest conversations, who somebody is in all of them. */
const recentConversations = 5_000;

const foundRow = z.object({
  ids: z.array(z.string()),
  /** Microseconds as text: a JavaScript date would round the key and repeat or skip rows. */
  keys: z.array(z.string()),
  total: z.coerce.number(),
});

/**
 * Conversations of an account that hold a message, the latest message first. `search` looks at user name and name, and at
 * the last message of the latest 5,000. The total is counted up to `maxExactTotal`.
 */
export async function listConversations(
  tx: Tx,
  filter: ConversationFilter,
  request: PageRequest,
): Promise<Page<ConversationEntity>> {
  const { ids, keys, total } = await findIds(tx, filter, request);
  const conversations = await readConversations(tx, ids, filter);
  const rows = ids.flatMap((id, index) => {
    const entity = conversations.get(id);
    return entity === undefined ? [] : [{ entity, sortKey: keys[index] ?? '' }];
  });
  const page = toPage({ rows, total, request, keyOf: ({ entity, sortKey }) => [sortKey, entity.id] });
  return { ...page, rows: page.rows.map(({ entity }) => entity) };
}

async function findIds(
  tx: Tx,
  filter: ConversationFilter,
  request: PageRequest,
): Promise<z.infer<typeof foundRow>> {
  const [afterAt = null, afterId = null] = cursorOf(request, isLatestKey) ?? [];
  const rows: unknown[] = await tx.query(
    `SELECT ids, keys, total
     FROM search_conversations($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      filter.accountId,
      filter.workspaceId,
      searchPattern(filter.search),
      filter.tag ?? null,
      filter.status ?? null,
      filter.unread ?? null,
      filter.assignedTo === null,
      filter.assignedTo ?? null,
      afterAt,
      afterId,
      offsetOf(request),
      request.limit + 1,
      maxExactTotal,
      recentConversations,
    ],
  );
  return foundRow.parse(rows[0]);
}

async function readConversations(
  tx: Tx,
  ids: string[],
  { workspaceId }: ConversationFilter,
): Promise<Map<string, ConversationEntity>> {
  const rows = await tx.find(ConversationEntity, {
    where: { id: In(ids), workspaceId },
    relations: { contact: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

function isLatestKey(values: KeysetCursor): values is [string, string] {
  const [at, id] = values;
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) && z.uuid().safeParse(id).success;
}
