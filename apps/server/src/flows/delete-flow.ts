import {
  bumpAccountRevision,
  endRunsOfFlow,
  flowRepository,
  triggerRepository,
  type Tx,
} from '@instaflow/db';
import { lockFlow } from './lock-flow';

/** Deletes a flow with its triggers; people standing in it leave it. Its versions stay for the traces of the past. */
export async function deleteFlow(
  tx: Tx,
  { key, now }: { key: { id: string; workspaceId: string }; now: number },
): Promise<void> {
  const flow = await lockFlow(tx, key, undefined);
  await triggerRepository.deleteOfFlow(tx, { flowId: key.id, workspaceId: key.workspaceId });
  await flowRepository.markDeleted(tx, key);
  await bumpAccountRevision(tx, { accountId: flow.instagramAccountId });
  await endRunsOfFlow(tx, { flowId: key.id, reason: 'flow_deleted', now });
}
