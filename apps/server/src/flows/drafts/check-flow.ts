import { flowRepository, triggerRepository, type FlowEntity, type Tx } from '@instaflow/db';
import { validateFlow, type FlowDefinition, type FlowProblem } from '@instaflow/flow-model';
import type { FlowDeps } from '../flow-deps';
import { listTargets, loadLinkedFlows } from './load-linked-flows';
import { loadMediaFacts } from './load-media-facts';

export type CheckedFlow = Pick<FlowEntity, 'instagramAccountId' | 'workspaceId'> & { id?: string };

/**
 * The problems of a document as a flow of an account: the flows it goes to must be there and are looked through as
 * people come to them, and files of this installation must be there and fit.
 */
export async function checkFlow(
  tx: Tx,
  deps: FlowDeps,
  { definition, flow }: { definition: FlowDefinition; flow: CheckedFlow },
): Promise<FlowProblem[]> {
  const { id, workspaceId, instagramAccountId: accountId } = flow;
  const among = listTargets(definition);
  const flowIds = await flowRepository.listIds(tx, { accountId, workspaceId, among });
  const linked = await loadLinkedFlows(tx, { definition, flow, prefer: 'published' });
  const documents = new Map(linked.map((other) => [other.id, other.definition]));
  const findMedia = await loadMediaFacts(tx, deps, definition);
  const triggerTypes = id === undefined ? null : await listTriggerTypes(tx, { flowId: id, workspaceId });
  return validateFlow(definition, {
    ...(id === undefined ? {} : { flowId: id }),
    flowIds: new Set(id === undefined ? flowIds : [...flowIds, id]),
    findFlow: (flowId) => documents.get(flowId) ?? null,
    findMedia,
    ...(triggerTypes === null ? {} : { triggerTypes }),
  });
}

/** How many errors a document has, for lists. */
export async function countErrors(
  tx: Tx,
  deps: FlowDeps,
  input: { definition: FlowDefinition; flow: CheckedFlow },
): Promise<number> {
  const problems = await checkFlow(tx, deps, input);
  return problems.filter(({ severity }) => severity === 'error').length;
}

async function listTriggerTypes(
  tx: Tx,
  where: { flowId: string; workspaceId: string },
): Promise<Set<string>> {
  const triggers = await triggerRepository.list(tx, {
    where,
    status: 'active',
    request: { page: 1, limit: 100 },
  });
  return new Set(triggers.rows.map(({ type }) => type));
}
