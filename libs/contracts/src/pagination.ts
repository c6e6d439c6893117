import { z } from 'zod';

/** Query of every list: pages for people, an opaque cursor for deep reading (it wins over `page`). */
export const pageQueryShape = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(500).optional(),
};
export const pageQuery = z.strictObject(pageQueryShape);
export type PageQuery = z.infer<typeof pageQuery>;

/** Lists and searches of large accounts count up to here: a total of this may stand for more. */
export const maxExactTotal = 2_000;

/**
 * Answer of every list: `{<plural>: […], total, nextCursor}`; `nextCursor` is null on the last page. Lists and searches of large
 * accounts count no further than `maxExactTotal`.
 */
export const pageOf = <Items extends Record<string, z.ZodArray>>(items: Items) =>
  z.object({ ...items, total: z.number().int().min(0), nextCursor: z.string().nullable() });

/** `?flag=true|false` in a query string. */
export const queryBoolean = z.enum(['true', 'false']).transform((value) => value === 'true');
