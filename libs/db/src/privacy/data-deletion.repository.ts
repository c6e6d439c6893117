import { z } from 'zod';
import type { Database } from '../turns/database';

const stateSchema = z.enum(['received', 'running', 'completed', 'nothing_found']);
const row = z.object({
  confirmationCode: z.string(),
  state: stateSchema,
  requestedAt: z.date(),
  completedAt: z.date().nullable(),
});
export type DataDeletionRow = z.infer<typeof row>;
const claimed = z.object({ id: z.string(), subjectId: z.string() });
export type ClaimedDeletion = z.infer<typeof claimed>;

const columns = `confirmation_code AS "confirmationCode", state, requested_at AS "requestedAt",
  completed_at AS "completedAt"`;

/** What Meta asked to be deleted. Crosses workspaces, so it runs in the engine's role. */
export const dataDeletionRepository = {
  /** Keeps a request; the same one again answers the code of the first. */
  async request(
    source: Database,
    wanted: { id: string; confirmationCode: string; requestHash: string; subjectId: string; now: number },
  ): Promise<DataDeletionRow> {
    await source.query(
      `INSERT INTO data_deletion (id, confirmation_code, request_hash, subject_id, state, requested_at, due_at)
       VALUES ($1, $2, $3, $4, 'received', $5, $5) ON CONFLICT (request_hash) DO NOTHING`,
      [wanted.id, wanted.confirmationCode, wanted.requestHash, wanted.subjectId, new Date(wanted.now)],
    );
    const rows: unknown[] = await source.query(
      `SELECT ${columns} FROM data_deletion WHERE request_hash = $1`,
      [wanted.requestHash],
    );
    return row.parse(rows[0]);
  },

  async find(source: Database, confirmationCode: string): Promise<DataDeletionRow | null> {
    const rows: unknown[] = await source.query(
      `SELECT ${columns} FROM data_deletion WHERE confirmation_code = $1`,
      [confirmationCode],
    );
    return rows.length === 0 ? null : row.parse(rows[0]);
  },

  /** Takes one request that is due, for `leaseMs`; null when there is none. */
  async claim(
    source: Database,
    { now, leaseMs }: { now: number; leaseMs: number },
  ): Promise<ClaimedDeletion | null> {
    const rows: unknown[] = await source.query(
      `WITH due AS (
         SELECT id FROM data_deletion WHERE due_at <= $1 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
       ), taken AS (
         UPDATE data_deletion d SET state = 'running', attempts = d.attempts + 1,
           due_at = $1 + $2 * interval '1 millisecond'
         FROM due WHERE d.id = due.id RETURNING d.id, d.subject_id AS "subjectId")
       SELECT * FROM taken`,
      [new Date(now), leaseMs],
    );
    return rows.length === 0 ? null : claimed.parse(rows[0]);
  },

  /** Forgets whom it was about. */
  async complete(source: Database, { id, now }: { id: string; now: number }): Promise<void> {
    await source.query(
      `UPDATE data_deletion SET state = CASE WHEN has_erased THEN 'completed' ELSE 'nothing_found' END,
         completed_at = $2, due_at = NULL, subject_id = NULL WHERE id = $1`,
      [id, new Date(now)],
    );
  },
};
