import { conditionKey, type Connection } from '../connection-condition';
import { isKind, type FlowNode } from '../flow-definition';
import { listOutlets } from './list-outlets';
import type { Outlet } from './outlet';

/**
 * The connection by which a run leaves a step that is switched off: the right answer of a question, else the default
 * way on (`else`, then the one without a condition), else the first way on that is connected. Ways for what goes wrong
 * (failed, no reply, a wrong answer) are never taken. Null where no way leads on.
 */
export function findWayPast(node: FlowNode): Connection | null {
  const answered = isKind(node, 'get_input')
    ? node.connections.find(({ condition }) => condition?.type === 'input_valid' && condition.value)
    : undefined;
  return (
    answered ??
    node.connections.find(({ condition }) => condition?.type === 'else') ??
    node.connections.find(({ condition }) => condition === null) ??
    findFirstWay(node)
  );
}

function findFirstWay(node: FlowNode): Connection | null {
  for (const outlet of listOutlets(node)) {
    if (!goesWell(node, outlet)) continue;
    const edge = node.connections.find(({ condition }) => conditionKey(condition) === outlet.id);
    if (edge) return edge;
  }
  return null;
}

const goesWrong = new Set(['timeout', 'error', 'outside_window']);

function goesWell(node: FlowNode, { condition }: Outlet): boolean {
  if (condition === null) return true;
  if (condition.type === 'input_valid') return condition.value;
  if (condition.type === 'branch' && isKind(node, 'randomizer')) {
    return node.branches?.some(({ id, weight }) => id === condition.value && weight > 0) ?? false;
  }
  return !goesWrong.has(condition.type);
}
