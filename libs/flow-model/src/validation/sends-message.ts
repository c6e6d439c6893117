import { isKind, type FlowNode } from '../flow-definition';

/** Whether a node writes to the person. */
export function sendsMessage(node: FlowNode): boolean {
  if (isKind(node, 'human_takeover')) return Boolean(node.messageToContact);
  return isKind(node, 'message') || isKind(node, 'carousel') || isKind(node, 'get_input');
}
