import { parseFlowDefinition, type FlowDefinition, type FlowNode } from '@instaflow/flow-model';
import type { Positions } from '../canvas/position';

const marker = 'instaflow/nodes';

/** Copied nodes as JSON text, so that they can go to another flow, another tab, or a file. Start nodes stay behind. */
export function writeClipboardDocument(
  definition: FlowDefinition,
  nodeIds: ReadonlySet<string>,
  automaticPositions: Positions,
): string {
  const nodes = definition.nodes
    .filter(({ id, type }) => nodeIds.has(id) && type !== 'start')
    .map((node) => ({ ...node, position: node.position ?? automaticPositions[node.id] ?? { x: 0, y: 0 } }));
  return JSON.stringify({ kind: marker, schemaVersion: definition.schemaVersion, startNodeId: '', nodes });
}

/** Nodes from a pasted text, checked as any foreign document; null when the text is none of ours. */
export function readClipboardDocument(text: string): FlowNode[] | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== marker) return null;
  const parsed = parseFlowDefinition(value);
  return parsed.ok ? parsed.definition.nodes.filter(({ type }) => type !== 'start') : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Copies with new ids, edges among them redirected to the copies, all of them moved so that the corner is at `at`. */
export function renumberNodes(
  nodes: FlowNode[],
  { newId, at }: { newId: () => string; at: { x: number; y: number } },
): FlowNode[] {
  const ids = new Map(nodes.map(({ id }) => [id, newId()]));
  const left = Math.min(...nodes.map(({ position }) => position?.x ?? 0));
  const top = Math.min(...nodes.map(({ position }) => position?.y ?? 0));
  return nodes.map((node) => ({
    ...node,
    id: ids.get(node.id) ?? node.id,
    position: { x: (node.position?.x ?? 0) - left + at.x, y: (node.position?.y ?? 0) - top + at.y },
    connections: node.connections.flatMap((connection) => {
      const targetNodeId = ids.get(connection.targetNodeId);
      return targetNodeId === undefined ? [] : [{ ...connection, targetNodeId }];
    }),
  }));
}
