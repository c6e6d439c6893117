import type { LayoutGraph } from './layout-graph';

/** How many edges lead to each node at most, from where nothing leads to; edges that close a loop are passed over. */
export function findLayers({ nodes, edges }: LayoutGraph): Map<string, number> {
  const targets = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { source, target } of edges) targets.get(source)?.push(target);
  const order = sortTopologically(nodes, targets);
  const places = new Map(order.map((id, place) => [id, place]));
  const layers = new Map<string, number>();
  for (const id of order) {
    const layer = layers.get(id) ?? 0;
    layers.set(id, layer);
    for (const target of targets.get(id) ?? []) {
      const leadsBack = (places.get(target) ?? 0) <= (places.get(id) ?? 0);
      if (!leadsBack) layers.set(target, Math.max(layers.get(target) ?? 0, layer + 1));
    }
  }
  return layers;
}

/** Every node before those it leads to, except where that closes a loop. Iterative: a flow may be a chain of 2000. */
function sortTopologically(
  nodes: LayoutGraph['nodes'],
  targets: ReadonlyMap<string, readonly string[]>,
): string[] {
  const finished: string[] = [];
  const begun = new Set<string>();
  for (const { id: rootId } of nodes) {
    const path = begun.has(rootId) ? [] : [{ id: rootId, next: 0 }];
    begun.add(rootId);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const target = targets.get(step.id)?.[step.next];
      step.next += 1;
      if (target === undefined) {
        finished.push(step.id);
        path.pop();
      } else if (!begun.has(target)) {
        begun.add(target);
        path.push({ id: target, next: 0 });
      }
    }
  }
  return finished.reverse();
}
