import { conditionKey } from '../connection-condition';
import { isKind, type FlowNode } from '../flow-definition';
import { listOwnOutlets } from '../kinds/list-outlets';
import { waitsForAnswer } from './pauses';

export type FlowExits = {
  /** The run may end here without a word of the person. */
  isSilent: boolean;
  /** The run may end here right after the person answered. */
  isAnswered: boolean;
};

const outcomes = new Set(['branch', 'follower', 'else']);

/** Whether a run may come to the end of its flow at this node (and go on where it was called from). */
export function findExits(node: FlowNode): FlowExits {
  if (isKind(node, 'human_takeover') || isKind(node, 'note')) return { isSilent: false, isAnswered: false };
  const connected = new Set(node.connections.map(({ condition }) => conditionKey(condition)));
  if (connected.has('next') || connected.has('else')) return { isSilent: false, isAnswered: false };
  const open = listOwnOutlets(node).filter(({ id, isException }) => !isException && !connected.has(id));
  const isPlainEnd = !waitsForAnswer(node) && open.some(({ condition }) => condition === null);
  return {
    isSilent: isPlainEnd || open.some(({ condition }) => outcomes.has(condition?.type ?? '')),
    isAnswered: open.some(({ condition }) => condition?.type === 'input_valid'),
  };
}
