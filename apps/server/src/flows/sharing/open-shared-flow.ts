import type { SharedFlow } from '@instaflow/contracts';
import { flowRepository, inWorkspaces, shareLinkRepository } from '@instaflow/db';
import type { Dependencies } from '../../dependencies';
import { found } from '../../http/found';
import { parseDocument, toJson } from '../drafts/flow-document';
import { loadLinkedFlows } from '../drafts/load-linked-flows';
import { hashShareToken } from './hash-share-token';
import { withoutCalls } from './without-calls';

/** The draft behind a link with the flows it goes to, for whoever holds the link; 404 once it has ended. */
export async function openSharedFlow(
  { engineSource, appSource, clock }: Pick<Dependencies, 'engineSource' | 'appSource' | 'clock'>,
  token: string,
): Promise<SharedFlow> {
  const tokenHash = hashShareToken(token);
  const target = await shareLinkRepository.findTarget(engineSource.manager, {
    tokenHash,
    now: clock.now(),
  });
  const { flowId: id, workspaceId, expiresAt } = found(target);
  return inWorkspaces(appSource, [workspaceId], async (tx) => {
    const flow = found(await flowRepository.find(tx, { id, workspaceId }));
    const definition = parseDocument(flow.flowDefinition);
    const linked = await loadLinkedFlows(tx, { definition, flow, prefer: 'published' });
    return {
      name: flow.name,
      flowDefinition: toJson(withoutCalls(definition)),
      linkedFlows: linked.map((other) => ({
        flowId: other.id,
        name: other.name,
        flowDefinition: toJson(withoutCalls(other.definition)),
      })),
      expiresAt: expiresAt.toISOString(),
    };
  });
}
