import { isJsonObject, type JsonObject } from '../json/json-value';
import { readArray, readObject, readText } from '../json/read-fields';
import type { ReadAnswer } from './graph-result';

/** One page of a list; `nextCursor` is null on the last one. */
export type GraphPage<Item> = { items: Item[]; nextCursor: string | null };

/** Where to read on: `after` of the page before, and how many at most. */
export type PageRequest = { after?: string | null | undefined; limit?: number };

/** The query of a page. */
export const pageQuery = ({ after, limit }: PageRequest): Record<string, string> => ({
  ...(limit !== undefined && { limit: String(limit) }),
  ...(typeof after === 'string' && { after }),
});

/** Reads `{data, paging}` with a reader for one item; items that cannot be read are left out. */
export const readPage =
  <Item>(readItem: (item: JsonObject) => Item | null): ReadAnswer<GraphPage<Item>> =>
  (answer) => {
    if (!Array.isArray(answer['data'])) return null;
    const items = readArray(answer, 'data').filter(isJsonObject).map(readItem);
    return { items: items.filter((item) => item !== null), nextCursor: nextCursorOf(answer) };
  };

/** Cursors stand on the last page too; only `next` tells that there is another. */
export const nextCursorOf = (answer: JsonObject): string | null => {
  const paging = readObject(answer, 'paging');
  const next = readText(paging, 'next');
  if (next === null) return null;
  return readText(readObject(paging, 'cursors'), 'after') ?? cursorIn(next);
};

const cursorIn = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).searchParams.get('after') : null;
