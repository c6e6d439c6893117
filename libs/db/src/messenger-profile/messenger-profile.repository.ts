import { z } from 'zod';
import type { Tx } from '../transaction';

export type ProfileKind = 'ice_breakers' | 'menu';

const row = z.object({
  /** As stored; read by whoever knows the kind. */
  sets: z.unknown(),
  state: z.enum(['published', 'pending', 'failed', 'changed_elsewhere']),
  stateReason: z.string().nullable(),
  publishedAt: z.date().nullable(),
});
export type MessengerProfileRow = z.infer<typeof row>;

type Key = { accountId: string; workspaceId: string; kind: ProfileKind };

const columns = `sets, state, state_reason AS "stateReason", published_at AS "publishedAt"`;

/** Ice breakers and menus as they should be at Instagram. */
export const messengerProfileRepository = {
  /** Null where nobody has set any. */
  async find(tx: Tx, { accountId, workspaceId, kind }: Key): Promise<MessengerProfileRow | null> {
    const rows: unknown[] = await tx.query(
      `SELECT ${columns} FROM messenger_profile
       WHERE instagram_account_id = $1 AND workspace_id = $2 AND kind = $3`,
      [accountId, workspaceId, kind],
    );
    return rows.length === 0 ? null : row.parse(rows[0]);
  },

  /** Stores what is to be published from `now` (epoch milliseconds) on. */
  async put(tx: Tx, key: Key & { sets: readonly object[]; now: number }): Promise<MessengerProfileRow> {
    const rows: unknown[] = await tx.query(
      `INSERT INTO messenger_profile AS p (instagram_account_id, workspace_id, kind, sets, state, due_at)
       VALUES ($1, $2, $3, $4, 'pending', $5)
       ON CONFLICT (instagram_account_id, kind) DO UPDATE SET
         sets = excluded.sets, state = 'pending', state_reason = NULL, due_at = excluded.due_at, attempts = 0,
         revision = p.revision + 1
       RETURNING ${columns}`,
      [key.accountId, key.workspaceId, key.kind, JSON.stringify(key.sets), new Date(key.now)],
    );
    return row.parse(rows[0]);
  },
};
