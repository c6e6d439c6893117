import { z } from 'zod';
import type { Tx } from '../transaction';

const begunLogin = z.object({
  browserHash: z.string(),
  userId: z.string(),
  sessionId: z.string(),
  workspaceId: z.string(),
  login: z.enum(['instagram', 'facebook']),
});
/** Who began a login, where, and for which workspace. */
export type BegunLogin = z.infer<typeof begunLogin>;

/** Logins at Meta that were begun here. Runs in the engine's role: whoever comes back is not signed in by a header. */
export const oauthLoginRepository = {
  /** Also forgets logins that nobody came back from. */
  async begin(
    tx: Tx,
    login: BegunLogin & { id: string; stateHash: string; now: number; expiresAt: number },
  ): Promise<void> {
    await tx.query('DELETE FROM oauth_login WHERE expires_at < $1', [new Date(login.now - dayMs)]);
    await tx.query(
      `INSERT INTO oauth_login (id, state_hash, browser_hash, user_id, session_id, workspace_id, expires_at, login)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        login.id,
        login.stateHash,
        login.browserHash,
        login.userId,
        login.sessionId,
        login.workspaceId,
        new Date(login.expiresAt),
        login.login,
      ],
    );
  },

  /** Uses a login up; null when there is none of this state, or it was used or has expired. One caller wins. */
  async take(tx: Tx, { stateHash, now }: { stateHash: string; now: number }): Promise<BegunLogin | null> {
    const rows: unknown[] = await tx.query(
      `WITH taken AS (
         UPDATE oauth_login SET used_at = $2 WHERE state_hash = $1 AND used_at IS NULL AND expires_at > $2
         RETURNING browser_hash AS "browserHash", user_id AS "userId", session_id AS "sessionId",
           workspace_id AS "workspaceId", login)
       SELECT * FROM taken`,
      [stateHash, new Date(now)],
    );
    return rows.length === 0 ? null : begunLogin.parse(rows[0]);
  },
};

const dayMs = 24 * 3_600_000;
