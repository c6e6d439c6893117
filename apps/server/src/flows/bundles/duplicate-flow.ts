import { v7 as newId } from 'uuid';
import { endpoints, type Flow } from '@instaflow/contracts';
import { findScope, flowRepository, inWorkspaces, type FlowEntity, type Tx } from '@instaflow/db';
import { remapBundle, removeSecrets, type LoadedBundle } from '@instaflow/flow-model';
import { forbidden } from '@instaflow/platform';
import type { Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { mayCall } from '../../http/may-call';
import { parseDocument } from '../drafts/flow-document';
import { toFlow } from '../to-flow';
import { loadBundleTriggers } from './bundle-triggers';
import { loadTests } from './export-flow';
import { storeFlows } from './store-flows';

type Place = { workspaceId: string; accountId: string };
type Order = Call<typeof endpoints.duplicateFlow>;

/**
 * Copies the draft of a flow with its saved conversations. To another account its triggers come along switched off; to
 * another workspace passwords and keys of its calls do not: what belongs to one client stays there.
 */
export async function duplicateFlow(deps: Dependencies, call: Order): Promise<Flow> {
  const { flow, bundle } = await inScope(deps, call, (tx) => readCopy(tx, call));
  const source = { workspaceId: flow.workspaceId, accountId: flow.instagramAccountId };
  const place = await findPlace(deps, call, source);
  const isElsewhere = place.accountId !== source.accountId;
  const copy = place.workspaceId === source.workspaceId ? bundle : removeSecrets(bundle);
  const withTriggers = isElsewhere ? copy : withoutTriggers(copy);
  return inWorkspaces(deps.appSource, [place.workspaceId], async (tx) => {
    const order = { bundle: withTriggers, place, areTriggersOff: true, userId: call.caller.userId };
    const [stored] = await storeFlows(tx, deps, order);
    return toFlow(tx, found(stored));
  });
}

async function readCopy(tx: Tx, call: Order): Promise<{ flow: FlowEntity; bundle: LoadedBundle }> {
  const flow = found(await flowRepository.find(tx, keyOf(call)));
  const { id: flowId, workspaceId } = flow;
  const triggers = await loadBundleTriggers(tx, { flowIds: [flowId], workspaceId });
  const copied = {
    id: flowId,
    name: call.body.name ?? `${flow.name.slice(0, 190)} (copy)`,
    description: flow.description,
    definition: parseDocument(flow.flowDefinition),
    triggers: triggers.get(flowId) ?? [],
    tests: await loadTests(tx, { flowId, workspaceId }),
  };
  return { flow, bundle: remapBundle({ flows: [copied] }, { flows: { [flowId]: newId() } }) };
}

/** Where the copy goes: an account the caller may edit flows of (404, 403), or where the flow is. */
async function findPlace(deps: Dependencies, call: Order, source: Place): Promise<Place> {
  const { instagramAccountId: accountId } = call.body;
  if (accountId === undefined || accountId === source.accountId) return source;
  const { memberships } = call.caller;
  const workspaceIds = [...memberships.keys()];
  const scope = found(await findScope(deps.engineSource, { kind: 'account', id: accountId, workspaceIds }));
  const role = found(memberships.get(scope.workspaceId));
  if (!mayCall(endpoints.duplicateFlow, role)) throw forbidden();
  return { workspaceId: scope.workspaceId, accountId };
}

function withoutTriggers({ flows }: LoadedBundle): LoadedBundle {
  return { flows: flows.map((flow) => ({ ...flow, triggers: [] })) };
}
