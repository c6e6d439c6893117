/** The name of a step in a stored flow document; its id when it has none, null when there is no step. */
export function findNodeName(definition: Record<string, unknown>, nodeId: string | null): string | null {
  if (nodeId === null) return null;
  const nodes = definition['nodes'];
  if (!Array.isArray(nodes)) return nodeId;
  for (const node of nodes) {
    if (typeof node !== 'object' || node === null || Reflect.get(node, 'id') !== nodeId) continue;
    const name: unknown = Reflect.get(node, 'name');
    return typeof name === 'string' && name ? name : nodeId;
  }
  return nodeId;
}
