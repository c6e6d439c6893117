import { errorCodes, type StaleFlow } from '@instaflow/contracts';
import { flowRepository, type FlowEntity, type Tx } from '@instaflow/db';
import { conflict } from '@instaflow/platform';
import { found } from '../http/found';
import { readDefinition } from './drafts/flow-document';

/** The flow, locked for a change. 404; 409 `stale_revision`, with the flow as it is now, when the caller has seen an older one. */
export async function lockFlow(
  tx: Tx,
  key: { id: string; workspaceId: string },
  revision: number | undefined,
): Promise<FlowEntity> {
  const flow = found(await flowRepository.lock(tx, key));
  if (revision !== undefined && revision !== flow.revision) {
    const details: StaleFlow = {
      revision: flow.revision,
      flowDefinition: readDefinition(flow.flowDefinition),
    };
    throw conflict({
      code: errorCodes.staleRevision,
      message: 'This flow was changed meanwhile. Load it again before you save.',
      details,
    });
  }
  return flow;
}
