import { flowNodeSchema, type FlowNode, type NodeKind } from '../flow-definition';
import { nodeKinds } from './node-kinds';

/** A new node with the defaults of its kind; the caller gives the id, which must be new in the document. */
export function createNode({
  kind,
  id,
  name,
  position,
}: {
  kind: NodeKind;
  id: string;
  name?: string;
  position?: { x: number; y: number };
}): FlowNode {
  const { label, defaults } = nodeKinds[kind];
  return flowNodeSchema.parse({
    id,
    type: kind,
    name: name ?? label,
    ...(position ? { position } : {}),
    connections: [],
    ...defaults(),
  });
}
