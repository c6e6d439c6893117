import { z } from 'zod';

const cursorSchema = z
  .array(z.union([z.string().max(64), z.number()]))
  .min(1)
  .max(3);
export type KeysetCursor = z.infer<typeof cursorSchema>;

/** The values of the sort key of the last row read, opaque to clients. */
export function encodeCursor(values: KeysetCursor): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');
}

/** The sort key in a cursor; null when it is not one of ours. */
export function decodeCursor(cursor: string): KeysetCursor | null {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    // Whatever a client made up is the same to us: not a cursor.
    return null;
  }
}
