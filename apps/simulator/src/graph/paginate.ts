import { readText } from './read-params';
import type { Params } from './graph-call';

export type Page<Item> = {
  items: Item[];
  paging: { cursors: { before: string; after: string }; next?: string } | undefined;
};

/** One page in Graph's cursor style. Cursors are positions by id, so that new items do not shift a page. */
export function paginate<Item extends { id: string }>(
  all: readonly Item[],
  options: { params: Params; defaultLimit: number; maxLimit: number; url: string },
): Page<Item> {
  const { params, defaultLimit, maxLimit, url } = options;
  const asked = Number(readText(params, 'limit') ?? defaultLimit);
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, maxLimit) : defaultLimit;
  const after = readText(params, 'after');
  const start = after ? all.findIndex((item) => encode(item.id) === after) + 1 : 0;
  const items = all.slice(start, start + limit);
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return { items, paging: undefined };
  const cursors = { before: encode(first.id), after: encode(last.id) };
  const hasMore = start + limit < all.length;
  return {
    items,
    paging: hasMore ? { cursors, next: nextUrl({ url, params, limit, after: cursors.after }) } : { cursors },
  };
}

function nextUrl(options: { url: string; params: Params; limit: number; after: string }): string {
  const next = new URL(options.url);
  for (const [key, value] of Object.entries(options.params)) {
    if (typeof value === 'string') next.searchParams.set(key, value);
  }
  next.searchParams.set('limit', String(options.limit));
  next.searchParams.set('after', options.after);
  return next.href;
}

function encode(id: string): string {
  return Buffer.from(id).toString('base64url');
}
