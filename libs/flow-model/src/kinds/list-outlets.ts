import { conditionKey, type ConnectionCondition } from '../connection-condition';
import { isNodeKind, type FlowNode } from '../flow-definition';
import { createOutlet, type Outlet } from './outlet';
import { outletsByKind } from './outlets-by-kind';

/** The outputs of a node, each once: those its fields give it, then those only its edges speak of. */
export function listOutlets(node: FlowNode): Outlet[] {
  const outlets = new Map<string, Outlet>();
  for (const outlet of [...listOwnOutlets(node), ...node.connections.map(toOutlet)]) {
    if (!outlets.has(outlet.id)) outlets.set(outlet.id, outlet);
  }
  return [...outlets.values()];
}

/** The outputs a node has by its fields alone, whatever is connected. */
export function listOwnOutlets(node: FlowNode): Outlet[] {
  return isNodeKind(node.type) ? outletsByKind[node.type](node) : [];
}

function toOutlet({ condition }: { condition: ConnectionCondition | null }): Outlet {
  return createOutlet(describeCondition(condition), condition);
}

function describeCondition(condition: ConnectionCondition | null): string {
  if (condition === null) return 'Next';
  switch (condition.type) {
    case 'keyword':
      return `Says “${condition.value}”`;
    case 'attribute_equals':
      return `${condition.attribute} is ${String(condition.value)}`;
    case 'button_payload':
    case 'branch':
      return condition.value;
    case 'else':
      return 'Otherwise';
    default:
      return conditionKey(condition);
  }
}
