import {
  copyFragment,
  parseFlowDefinition,
  type FlowDefinition,
  type FlowFragment,
} from '@instaflow/flow-model';
import type { Positions } from '../canvas/position';

const marker = 'instaflow/nodes';

/**
 * Copied nodes, with the groups that are among them as a whole, as JSON text, so that they can go to another flow,
 * another tab, or a file. Start nodes stay behind.
 */
export function writeClipboardDocument(
  definition: FlowDefinition,
  nodeIds: ReadonlySet<string>,
  automaticPositions: Positions,
): string {
  const fragment = copyFragment(definition, nodeIds);
  const nodes = fragment.nodes.map((node) => ({
    ...node,
    position: node.position ?? automaticPositions[node.id] ?? { x: 0, y: 0 },
  }));
  const { schemaVersion } = definition;
  return JSON.stringify({ kind: marker, schemaVersion, startNodeId: '', nodes, groups: fragment.groups });
}

/** Nodes and groups from a pasted text, checked as any foreign document; null when the text is none of ours. */
export function readClipboardDocument(text: string): FlowFragment | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== marker) return null;
  const parsed = parseFlowDefinition(value);
  if (!parsed.ok) return null;
  const { nodes, groups = [] } = parsed.definition;
  return { nodes: nodes.filter(({ type }) => type !== 'start'), groups };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
