import { findFlowDocuments, type FlowDocuments, type Tx } from '@instaflow/db';
import { isKind, parseFlowDefinition, type FlowDefinition } from '@instaflow/flow-model';

/** As many as a bundle holds besides the flow it is about. */
const maxLinked = 199;

export type LinkedFlow = { id: string; name: string; description: string; definition: FlowDefinition };

type Search = {
  definition: FlowDefinition;
  flow: { id?: string; instagramAccountId: string; workspaceId: string };
  /** `published` is what people come to; a flow that was never published is looked at as a draft either way. */
  prefer: 'draft' | 'published';
};

/** The flows that a document goes to, and those that they go to; without the flow itself. At most 199, the nearest first. */
export async function loadLinkedFlows(tx: Tx, { definition, flow, prefer }: Search): Promise<LinkedFlow[]> {
  const { id, instagramAccountId: accountId, workspaceId } = flow;
  const found = new Map<string, LinkedFlow>();
  const asked = new Set(id === undefined ? [] : [id]);
  let wanted = listTargets(definition);
  while (found.size < maxLinked) {
    const ids = [...new Set(wanted)].filter((target) => !asked.has(target)).slice(0, maxLinked - found.size);
    if (ids.length === 0) break;
    ids.forEach((target) => asked.add(target));
    const loaded = await findFlowDocuments(tx, { ids, accountId, workspaceId });
    const linked = loaded.flatMap((documents) => read(documents, prefer) ?? []);
    for (const next of linked) found.set(next.id, next);
    wanted = linked.flatMap((next) => listTargets(next.definition));
  }
  return [...found.values()];
}

/** The flows a document goes to. */
export function listTargets({ nodes }: FlowDefinition): string[] {
  return nodes.flatMap((node) => (isKind(node, 'go_to_flow') && node.flowId ? [node.flowId] : []));
}

/** Null for a document nobody can read any more. */
function read({ draft, published, ...flow }: FlowDocuments, prefer: Search['prefer']): LinkedFlow | null {
  const parsed = parseFlowDefinition(prefer === 'draft' ? draft : (published ?? draft));
  return parsed.ok ? { ...flow, definition: parsed.definition } : null;
}
