import type { flowBundleEndpoints, ResponseOf } from '@instaflow/contracts';
import { flowTestRepository, type FlowEntity, type Tx } from '@instaflow/db';
import {
  bundleFormat,
  describeRequirements,
  flowTestSchema,
  removeSecrets,
  type LoadedBundle,
  type LoadedFlow,
} from '@instaflow/flow-model';
import { parseDocument, toJson } from '../drafts/flow-document';
import { loadLinkedFlows } from '../drafts/load-linked-flows';
import { loadBundleTriggers } from './bundle-triggers';

type Exported = ResponseOf<typeof flowBundleEndpoints.exportFlow>;

/** The draft of a flow and of the flows it goes to, with triggers and saved conversations, without secrets. */
export async function exportFlow(tx: Tx, flow: FlowEntity): Promise<Exported> {
  const bundle = removeSecrets(await loadBundle(tx, flow));
  return {
    format: bundleFormat,
    version: 1,
    flows: bundle.flows.map((one) => ({ ...one, definition: toJson(one.definition) })),
    requirements: describeRequirements(bundle),
  };
}

async function loadBundle(tx: Tx, flow: FlowEntity): Promise<LoadedBundle> {
  const definition = parseDocument(flow.flowDefinition);
  const linked = await loadLinkedFlows(tx, { definition, flow, prefer: 'draft' });
  const all = [{ id: flow.id, name: flow.name, description: flow.description, definition }, ...linked];
  const { workspaceId } = flow;
  const triggers = await loadBundleTriggers(tx, { flowIds: all.map(({ id }) => id), workspaceId });
  const flows: LoadedFlow[] = [];
  for (const one of all) {
    const tests = await loadTests(tx, { flowId: one.id, workspaceId });
    flows.push({ ...one, triggers: triggers.get(one.id) ?? [], tests });
  }
  return { flows };
}

/** Saved conversations of a flow, each saying which flow of a bundle it is about. */
export async function loadTests(
  tx: Tx,
  key: { flowId: string; workspaceId: string },
): Promise<LoadedFlow['tests']> {
  const saved = await flowTestRepository.list(tx, key);
  return saved.flatMap(({ test }) => {
    const parsed = flowTestSchema.safeParse({ flowId: key.flowId, ...test });
    return parsed.success ? [parsed.data] : [];
  });
}
