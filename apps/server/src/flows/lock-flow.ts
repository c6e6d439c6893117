import { errorCodes } from '@instaflow/contracts';
import { flowRepository, type FlowEntity, type Tx } from '@instaflow/db';
import { conflict } from '@instaflow/platform';
import { found } from '../http/found';

/** The flow, locked for a change. 404; 409 `stale_revision` when the caller has seen an older one. */
export async function lockFlow(
  tx: Tx,
  key: { id: string; workspaceId: string },
  revision: number | undefined,
): Promise<FlowEntity> {
  const flow = found(await flowRepository.lock(tx, key));
  if (revision !== undefined && revision !== flow.revision) {
    throw conflict({
      code: errorCodes.staleRevision,
      message: 'This flow was changed meanwhile. Load it again before you save.',
      details: { revision: flow.revision },
    });
  }
  return flow;
}
