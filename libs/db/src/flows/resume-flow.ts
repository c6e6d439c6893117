import type { Tx } from '../transaction';
import { bumpAccountRevision } from '../turns/bump-account-revision';

/**
 * Ends the pause of a flow: held messages may leave, and runs whose time came meanwhile, or whose message was answered
 * for, are looked at now. Repeatable; `now` in epoch milliseconds.
 */
export async function resumeFlow(
  tx: Tx,
  { flowId, accountId, now }: { flowId: string; accountId: string; now: number },
): Promise<void> {
  const at = new Date(now);
  await tx.query('UPDATE flow SET paused_at = NULL, updated_at = $2 WHERE id = $1', [flowId, at]);
  await bumpAccountRevision(tx, { accountId });
  await tx.query(
    `INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at)
     SELECT r.contact_id, r.workspace_id, r.instagram_account_id, contact_shard(r.contact_id), $2
     FROM flow_run r
     WHERE r.status IN ('running', 'waiting') AND (r.wake_at <= $2 OR r.waiting_for = 'effect')
       AND r.id IN (
         SELECT s.id FROM flow_run s WHERE s.standing_flow_id = $1::text AND s.status IN ('running', 'waiting')
         UNION
         SELECT f.id FROM flow_run f WHERE f.flow_id = $1::uuid AND f.status IN ('running', 'waiting'))
     ORDER BY r.contact_id
     ON CONFLICT (contact_id) DO UPDATE SET wake_at = least(w.wake_at, excluded.wake_at), seq = excluded.seq`,
    [flowId, at],
  );
  await tx.query('SELECT release_flow_messages($1, $2)', [flowId, at]);
}
