import type { Graph } from './flow-graph';

type Frame = { node: number; next: number };

/**
 * Groups of nodes that can all reach each other, each group before the groups that lead to it (Tarjan's order:
 * targets first). Iterative, so that a chain of any length is fine; linear in nodes and edges.
 */
export function findStrongComponents({ size, edges }: Graph): number[][] {
  const components: number[][] = [];
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const isOpen = new Uint8Array(size);
  const open: number[] = [];
  let counter = 0;

  const enter = (node: number): Frame => {
    order[node] = low[node] = counter++;
    isOpen[node] = 1;
    open.push(node);
    return { node, next: 0 };
  };
  const lower = (node: number, to: number): void => {
    low[node] = Math.min(low[node] ?? 0, to);
  };
  const close = (root: number): void => {
    const component: number[] = [];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      isOpen[node] = 0;
      component.push(node);
      if (node === root) break;
    }
    components.push(component);
  };

  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1) continue;
    const stack = [enter(root)];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const target = edges[frame.node]?.[frame.next];
      frame.next += 1;
      if (target === undefined) {
        if (low[frame.node] === order[frame.node]) close(frame.node);
        stack.pop();
        const parent = stack.at(-1);
        if (parent) lower(parent.node, low[frame.node] ?? 0);
      } else if (order[target] === -1) {
        stack.push(enter(target));
      } else if (isOpen[target]) {
        lower(frame.node, order[target] ?? 0);
      }
    }
  }
  return components;
}
