import { conditionKey, type Connection } from '../connection-condition';
import type { FlowNode } from '../flow-definition';
import { listOutlets } from '../kinds/list-outlets';
import { toKeyed } from '../merge/merge-lists';
import { isEqual } from '../merge/merge-value';

/** An output that leads somewhere else than before; null is nowhere. */
export type EdgeChange = {
  /** The key of its condition. */
  key: string;
  /** What the output is called on the canvas. */
  outlet: string;
  before: { nodeId: string; name: string } | null;
  after: { nodeId: string; name: string } | null;
};

/** Outputs of one node that changed, in the order of its edges. A changed order alone is told under the key `order`. */
export function diffEdges(
  before: FlowNode,
  after: FlowNode,
  names: ReadonlyMap<string, string>,
): EdgeChange[] {
  const old = toKeyed(before.connections, keyOf);
  const current = toKeyed(after.connections, keyOf);
  const labels = new Map([...listOutlets(before), ...listOutlets(after)].map(({ id, label }) => [id, label]));
  const keys = new Set([...current, ...old].map(({ key }) => key));
  const changes = [...keys].flatMap((key): EdgeChange[] => {
    const was = old.find((edge) => edge.key === key)?.value;
    const is = current.find((edge) => edge.key === key)?.value;
    if (isEqual(was, is)) return [];
    return [
      { key, outlet: labels.get(key) ?? key, before: toTarget(was, names), after: toTarget(is, names) },
    ];
  });
  const order = (edges: typeof old): string => edges.map(({ key }) => key).join('\n');
  const isReordered = changes.length === 0 && order(old) !== order(current);
  return isReordered ? [{ key: 'order', outlet: '', before: null, after: null }] : changes;
}

function keyOf({ condition }: Connection): string {
  return conditionKey(condition);
}

function toTarget(edge: Connection | undefined, names: ReadonlyMap<string, string>): EdgeChange['before'] {
  return edge ? { nodeId: edge.targetNodeId, name: names.get(edge.targetNodeId) ?? edge.targetNodeId } : null;
}
