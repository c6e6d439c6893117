import { badRequest } from '@instaflow/platform';
import { decodeCursor, encodeCursor, type KeysetCursor } from './keyset-cursor';

/** What a list is asked for: a page by number, or what follows a cursor (which wins). */
export type PageRequest = { page: number; limit: number; cursor?: string | undefined };

/** `nextCursor` is null when nothing follows. */
export type Page<Row> = { rows: Row[]; total: number; nextCursor: string | null };

/** How many rows to skip: none when a cursor says where to begin. */
export function offsetOf(request: PageRequest): number {
  return request.cursor === undefined ? (request.page - 1) * request.limit : 0;
}

/** The sort key to begin after, or null. Throws 400 when the cursor is not one of this list. */
export function cursorOf<Key extends KeysetCursor>(
  request: PageRequest,
  isKey: (values: KeysetCursor) => values is Key,
): Key | null {
  if (request.cursor === undefined) return null;
  const values = decodeCursor(request.cursor);
  if (values === null || !isKey(values)) {
    throw badRequest({
      code: 'malformed_request',
      message: 'The cursor is not valid. Begin again without it.',
      details: [{ path: 'query.cursor', message: 'is not a cursor of this list' }],
    });
  }
  return values;
}

/** Cuts `rows` (read with one more than the limit) to a page. */
export function toPage<Row>(input: {
  rows: Row[];
  total: number;
  request: PageRequest;
  keyOf: (row: Row) => KeysetCursor;
}): Page<Row> {
  const { rows, request } = input;
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > request.limit && last !== undefined;
  return { rows: kept, total: input.total, nextCursor: hasMore ? encodeCursor(input.keyOf(last)) : null };
}
