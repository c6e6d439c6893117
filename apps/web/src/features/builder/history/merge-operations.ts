import type { FlowOperation } from '@instaflow/flow-model';

/** Drops what the next operation overwrites anyway, so that a typed sentence is one operation and not one per key. */
export function mergeOperations(operations: FlowOperation[]): FlowOperation[] {
  const merged: FlowOperation[] = [];
  for (const operation of operations) {
    const last = merged.at(-1);
    if (last && overwrites(operation, last)) merged.pop();
    merged.push(operation);
  }
  return merged;
}

function overwrites(next: FlowOperation, last: FlowOperation): boolean {
  if (next.op === 'update_node' && last.op === 'update_node') {
    return (
      next.nodeId === last.nodeId && touchedFields(last).every((field) => touchedFields(next).includes(field))
    );
  }
  if (next.op === 'move_nodes' && last.op === 'move_nodes') {
    const moved = new Set(next.moves.map(({ nodeId }) => nodeId));
    return last.moves.every(({ nodeId }) => moved.has(nodeId));
  }
  return false;
}

function touchedFields(operation: Extract<FlowOperation, { op: 'update_node' }>): string[] {
  return [...Object.keys(operation.set), ...(operation.unset ?? [])];
}
