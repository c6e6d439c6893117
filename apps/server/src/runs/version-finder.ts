import { findDefinitions, type Tx } from '@instaflow/db';
import type { FindVersion, FlowSource } from '@instaflow/flow-engine';
import { parseFlowDefinition } from '@instaflow/flow-model';

/** Versions by id for the engine's questions; one that is gone or unreadable is not found. */
export async function versionFinder(tx: Tx, ids: readonly string[]): Promise<FindVersion> {
  const sources = new Map<string, FlowSource>();
  for (const { flowVersionId, flowId, definition } of await findDefinitions(tx, [...new Set(ids)])) {
    const parsed = parseFlowDefinition(definition);
    if (parsed.ok)
      sources.set(flowVersionId, { flowVersionId, flowId, name: '', definition: parsed.definition });
  }
  return (flowVersionId) => sources.get(flowVersionId) ?? null;
}
