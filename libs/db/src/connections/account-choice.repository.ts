import { z } from 'zod';
import type { Tx } from '../transaction';

const row = z.object({
  id: z.string(),
  browserHash: z.string(),
  userId: z.string(),
  sessionId: z.string(),
  workspaceId: z.string(),
  /** The accounts with the tokens of their Pages. */
  sealed: z.string(),
  expiresAt: z.date(),
});
/** Accounts of a login with Facebook that wait for their owner's choice. */
export type AccountChoiceRow = z.infer<typeof row>;

/** Choices between accounts. Runs in the engine's role, as logins do. */
export const accountChoiceRepository = {
  /** Also forgets choices that were never made. */
  async begin(tx: Tx, choice: AccountChoiceRow & { now: number }): Promise<void> {
    await tx.query('DELETE FROM account_choice WHERE expires_at < $1', [new Date(choice.now)]);
    await tx.query(
      `INSERT INTO account_choice (id, browser_hash, user_id, session_id, workspace_id, sealed, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        choice.id,
        choice.browserHash,
        choice.userId,
        choice.sessionId,
        choice.workspaceId,
        choice.sealed,
        choice.expiresAt,
      ],
    );
  },

  /** Null when there is none of this id that may still be made. */
  async find(tx: Tx, { id, now }: { id: string; now: number }): Promise<AccountChoiceRow | null> {
    const rows: unknown[] = await tx.query(
      `SELECT id, browser_hash AS "browserHash", user_id AS "userId", session_id AS "sessionId",
         workspace_id AS "workspaceId", sealed, expires_at AS "expiresAt"
       FROM account_choice WHERE id = $1 AND expires_at > $2`,
      [id, new Date(now)],
    );
    return rows.length === 0 ? null : row.parse(rows[0]);
  },

  /** Forgets a choice with its tokens. */
  async end(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM account_choice WHERE id = $1', [id]);
  },
};
