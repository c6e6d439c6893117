import { z } from 'zod';
import type { Tx } from '../transaction';

const storedRow = z.object({
  isSameRequest: z.boolean(),
  status: z.number().nullable(),
  response: z.unknown(),
});
/** What is known of a key that was used before; `status` is null while its request is still running. */
export type StoredAnswer = z.infer<typeof storedRow>;
type Key = { userId: string; key: string };

/** A request that holds a key for longer than this has died with its process. */
const abandonedAfterSeconds = 60;

/** Answers of mutating requests by the key a client gave them. Runs in the engine's role. */
export const idempotencyRepository = {
  /** Takes the key for a request. False when the key is in use already. */
  async claim(tx: Tx, { userId, key, requestHash }: Key & { requestHash: Buffer }): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `INSERT INTO idempotency_key AS k (user_id, key, request_hash) VALUES ($1, $2, $3)
       ON CONFLICT (user_id, key) DO UPDATE SET created_at = now()
         WHERE k.status IS NULL AND k.request_hash = $3
           AND k.created_at < now() - $4 * interval '1 second'
       RETURNING 1`,
      [userId, key, requestHash, abandonedAfterSeconds],
    );
    return rows.length > 0;
  },

  async find(
    tx: Tx,
    { userId, key, requestHash }: Key & { requestHash: Buffer },
  ): Promise<StoredAnswer | null> {
    const rows: unknown[] = await tx.query(
      `SELECT request_hash = $3 AS "isSameRequest", status, response
       FROM idempotency_key WHERE user_id = $1 AND key = $2`,
      [userId, key, requestHash],
    );
    return rows.length === 0 ? null : storedRow.parse(rows[0]);
  },

  async complete(tx: Tx, answer: Key & { status: number; response: unknown }): Promise<void> {
    await tx.query(
      `UPDATE idempotency_key SET status = $3, response = $4::jsonb WHERE user_id = $1 AND key = $2`,
      [answer.userId, answer.key, answer.status, JSON.stringify(answer.response)],
    );
  },

  /** Gives the key back: the request failed, and a repetition is welcome. */
  async release(tx: Tx, { userId, key }: Key): Promise<void> {
    await tx.query(`DELETE FROM idempotency_key WHERE user_id = $1 AND key = $2 AND status IS NULL`, [
      userId,
      key,
    ]);
  },
};
