import type { Tx } from '../transaction';
import { bumpAccountRevision } from '../turns/bump-account-revision';

/**
 * Pauses a flow: nobody starts it any more, whoever stands in it stays, and what it has queued is held (at most 24 h,
 * see `expireHeldMessages`). Repeatable; `now` in epoch milliseconds.
 */
export async function pauseFlow(
  tx: Tx,
  { flowId, accountId, now }: { flowId: string; accountId: string; now: number },
): Promise<void> {
  const at = new Date(now);
  await tx.query('UPDATE flow SET paused_at = coalesce(paused_at, $2), updated_at = $2 WHERE id = $1', [
    flowId,
    at,
  ]);
  await bumpAccountRevision(tx, { accountId });
  await tx.query('SELECT hold_flow_messages($1, $2)', [flowId, at]);
}
