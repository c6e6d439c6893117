import type { Tx } from '../transaction';

/** A command for a run, as the engine reads it. `id` becomes the id of the event. */
export type IssuedCommand = { id: string; contactId: string; command: object };

/**
 * Stores commands as events of their contacts and wakes them, so that each is decided in the contact's next turn, in
 * order and traced like anything that arrives. Answers the shards to be woken after the commit.
 */
export async function issueRunCommands(
  tx: Tx,
  { commands, now }: { commands: readonly IssuedCommand[]; now: number },
): Promise<number[]> {
  if (commands.length === 0) return [];
  const rows = await tx.query<{ shard: number }[]>(
    `WITH given AS (
       SELECT g.id, g.command, c.id AS contact_id, c.workspace_id, c.instagram_account_id
       FROM jsonb_to_recordset($1) AS g(id uuid, "contactId" uuid, command jsonb)
       JOIN contact c ON c.id = g."contactId"
     ), stored AS (
       INSERT INTO inbound_event (id, workspace_id, instagram_account_id, contact_id, dedupe_key, kind, platform_at, raw,
                                  event, received_at)
       SELECT g.id, g.workspace_id, g.instagram_account_id, g.contact_id, 'command:' || g.id, 'run_command', $2, '{}',
              jsonb_build_object('command', g.command), $2
       FROM given g
     )
     INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at)
     SELECT DISTINCT ON (g.contact_id) g.contact_id, g.workspace_id, g.instagram_account_id,
            contact_shard(g.contact_id), $2::timestamptz
     FROM given g ORDER BY g.contact_id
     ON CONFLICT (contact_id) DO UPDATE SET wake_at = least(w.wake_at, excluded.wake_at), seq = excluded.seq
     RETURNING w.shard`,
    [JSON.stringify(commands), new Date(now)],
  );
  return [...new Set(rows.map(({ shard }) => shard))];
}
