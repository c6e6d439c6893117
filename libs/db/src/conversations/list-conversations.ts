import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import type { Conversation } from '@instaflow/contracts';
import type { KeysetCursor } from '../pagination/keyset-cursor';
import { likePattern } from '../pagination/like-pattern';
import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from '../pagination/page';
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

const keyRow = z.object({ sortKey: z.string() });
const totalRow = z.object({ total: z.coerce.number() });

/** Conversations of an account that hold a message, the latest message first. */
export async function listConversations(
  tx: Tx,
  filter: ConversationFilter,
  request: PageRequest,
): Promise<Page<ConversationEntity>> {
  const after = cursorOf(request, isLatestKey);
  const total = await countConversations(tx, filter);
  const query = filtered(tx, filter)
    .innerJoinAndSelect('conversation.contact', 'contact')
    // Microseconds as text: a JavaScript date would round the key and repeat or skip rows.
    .addSelect('conversation.last_message_at::text', 'sortKey')
    .orderBy('conversation.lastMessageAt', 'DESC')
    .addOrderBy('conversation.id', 'DESC')
    .offset(offsetOf(request))
    .limit(request.limit + 1);
  if (after !== null) {
    query.andWhere(
      '(conversation.last_message_at, conversation.id) < (:afterAt::timestamptz, :afterId::uuid)',
      { afterAt: after[0], afterId: after[1] },
    );
  }
  const { entities, raw } = await query.getRawAndEntities();
  const keys = z.array(keyRow).parse(raw);
  const rows = entities.map((entity, index) => ({ entity, sortKey: keys[index]?.sortKey ?? '' }));
  const page = toPage({ rows, total, request, keyOf: (row) => [row.sortKey, row.entity.id] });
  return { ...page, rows: page.rows.map((row) => row.entity) };
}

/** A join of hundreds of thousands of contacts is spared where the filter does not look at them. */
async function countConversations(tx: Tx, filter: ConversationFilter): Promise<number> {
  const query = filtered(tx, filter);
  if (filter.tag !== undefined || isSearch(filter)) query.innerJoin('conversation.contact', 'contact');
  return totalRow.parse(await query.select('count(*)', 'total').getRawOne()).total;
}

const isSearch = (filter: ConversationFilter): boolean => filter.search !== undefined && filter.search !== '';

function filtered(tx: Tx, filter: ConversationFilter): SelectQueryBuilder<ConversationEntity> {
  const query = tx
    .createQueryBuilder(ConversationEntity, 'conversation')
    .where({ instagramAccountId: filter.accountId, workspaceId: filter.workspaceId })
    .andWhere('conversation.last_message_at IS NOT NULL');
  if (filter.status !== undefined) query.andWhere('conversation.status = :status', { status: filter.status });
  if (filter.unread !== undefined) query.andWhere(`conversation.unread_count ${filter.unread ? '>' : '='} 0`);
  if (filter.tag !== undefined) query.andWhere(':tag = ANY (contact.tags)', { tag: filter.tag });
  if (filter.assignedTo === null) query.andWhere('conversation.assigned_agent_id IS NULL');
  else if (filter.assignedTo !== undefined) {
    query.andWhere('conversation.assigned_agent_id = :agent', { agent: filter.assignedTo });
  }
  if (filter.search !== undefined && filter.search !== '') {
    query.andWhere(
      `(contact.instagram_username ILIKE :pattern
        OR concat_ws(' ', contact.first_name, contact.last_name) ILIKE :pattern
        OR conversation.last_message_preview ILIKE :pattern)`,
      { pattern: likePattern(filter.search) },
    );
  }
  return query;
}

function isLatestKey(values: KeysetCursor): values is [string, string] {
  const [at, id] = values;
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) && z.uuid().safeParse(id).success;
}
