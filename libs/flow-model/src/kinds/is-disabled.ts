import { isKind, type FlowNode } from '../flow-definition';

/** Whether a step is switched off. A start never is, and a note does nothing anyway. */
export function isDisabled(node: FlowNode): boolean {
  return node.isDisabled === true && canBeDisabled(node);
}

/** Whether there is anything to switch off about a node. */
export function canBeDisabled(node: FlowNode): boolean {
  return !isKind(node, 'start') && !isKind(node, 'note');
}
