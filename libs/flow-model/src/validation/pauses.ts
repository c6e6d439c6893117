import type { Connection } from '../connection-condition';
import { isKind, type FlowNode } from '../flow-definition';

const answering = new Set(['button_payload', 'keyword', 'timeout']);
const withoutAnswer = new Set(['error', 'outside_window']);

/** Whether a message or carousel waits for the person: one of its edges needs an answer (or its absence). */
export function waitsForAnswer(node: FlowNode): boolean {
  return (
    (isKind(node, 'message') || isKind(node, 'carousel')) &&
    node.connections.some(({ condition }) => condition !== null && answering.has(condition.type))
  );
}

/** Whether the run stands still before it takes this edge, so that a loop through it is no endless loop. */
export function pausesOn(node: FlowNode, { condition }: Connection): boolean {
  if (condition !== null && withoutAnswer.has(condition.type)) return false;
  return isKind(node, 'wait') || isKind(node, 'get_input') || waitsForAnswer(node);
}

/** Whether the person has written something when this edge is taken. */
export function isAnswered(node: FlowNode, { condition }: Connection): boolean {
  if (condition !== null && (withoutAnswer.has(condition.type) || condition.type === 'timeout')) return false;
  return isKind(node, 'get_input') || waitsForAnswer(node);
}
