import { z } from 'zod';
import type { Tx } from '../transaction';

const row = z.object({
  id: z.string(),
  phrase: z.string(),
  startedAt: z.date(),
  expiresAt: z.date(),
  sentAt: z.date().nullable(),
  receivedAt: z.date().nullable(),
});
export type RoundTripRow = z.infer<typeof row>;

/** Self-tests of webhooks: a phrase that somebody writes to the account. */
export const roundTripRepository = {
  async start(
    tx: Tx,
    trip: {
      id: string;
      accountId: string;
      workspaceId: string;
      phrase: string;
      now: number;
      expiresAt: number;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO round_trip (id, instagram_account_id, workspace_id, phrase, started_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [trip.id, trip.accountId, trip.workspaceId, trip.phrase, new Date(trip.now), new Date(trip.expiresAt)],
    );
  },

  /** Looks for the phrase among what arrived in its time, and keeps when it did. Null: there is no such self-test. */
  async look(tx: Tx, { id, accountId }: { id: string; accountId: string }): Promise<RoundTripRow | null> {
    await tx.query(
      `UPDATE round_trip t SET sent_at = found.sent_at, received_at = found.received_at
       FROM (SELECT m."timestamp" AS sent_at, i.received_at
             FROM round_trip t JOIN inbound_event i ON i.instagram_account_id = t.instagram_account_id
               AND i.received_at BETWEEN t.started_at AND t.expires_at
             JOIN message_log m ON m.id = i.message_id AND m.instagram_account_id = t.instagram_account_id
               AND m.direction = 'inbound' AND m."timestamp" >= t.started_at - interval '1 day'
             WHERE t.id = $1 AND t.instagram_account_id = $2 AND lower(btrim(m.content->>'text')) = lower(t.phrase)
             ORDER BY i.received_at LIMIT 1) AS found
       WHERE t.id = $1 AND t.received_at IS NULL`,
      [id, accountId],
    );
    const rows: unknown[] = await tx.query(
      `SELECT id, phrase, started_at AS "startedAt", expires_at AS "expiresAt", sent_at AS "sentAt",
         received_at AS "receivedAt" FROM round_trip WHERE id = $1 AND instagram_account_id = $2`,
      [id, accountId],
    );
    return rows.length === 0 ? null : row.parse(rows[0]);
  },

  /** The latest self-test of an account that came to an end well; null when none did. */
  async findLastPassed(tx: Tx, accountId: string): Promise<Date | null> {
    const rows = await tx.query<{ at: Date | null }[]>(
      'SELECT max(received_at) AS at FROM round_trip WHERE instagram_account_id = $1',
      [accountId],
    );
    return rows[0]?.at ?? null;
  },
};
