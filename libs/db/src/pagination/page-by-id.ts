import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from './page';
import type { KeysetCursor } from './keyset-cursor';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the sort key of a cursor is one UUID. */
export function isIdKey(values: KeysetCursor): values is [string] {
  return values.length === 1 && typeof values[0] === 'string' && uuidPattern.test(values[0]);
}

/** A page of a query sorted by `id` (UUIDv7, hence by creation). `alias` is the query's main alias. */
export async function pageById<Row extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<Row>,
  request: PageRequest,
  direction: 'ASC' | 'DESC',
): Promise<Page<Row>> {
  const after = cursorOf(request, isIdKey);
  const total = await query.clone().getCount();
  const sorted = query
    .orderBy(`${query.alias}.id`, direction)
    .offset(offsetOf(request))
    .limit(request.limit + 1);
  if (after !== null) {
    sorted.andWhere(`${query.alias}.id ${direction === 'ASC' ? '>' : '<'} :afterId`, { afterId: after[0] });
  }
  return toPage({ rows: await sorted.getMany(), total, request, keyOf: (row) => [row.id] });
}
