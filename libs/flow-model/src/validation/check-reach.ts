import { isKind, type FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { findReachable, indexNodes } from './flow-graph';
import { createReport } from './node-report';
import type { ValidationContext } from './validation-context';

/** Nodes nobody gets to, and flows without a way to a person. */
export function checkReach(
  definition: FlowDefinition,
  problems: FlowProblem[],
  { findFlow }: ValidationContext,
): void {
  const byId = indexNodes(definition);
  const startIndex = byId.get(definition.startNodeId)?.index;
  if (startIndex === undefined) return;
  const edges = definition.nodes.map((node) =>
    node.connections.flatMap(({ targetNodeId }) => byId.get(targetNodeId)?.index ?? []),
  );
  const reached = findReachable({ size: edges.length, edges }, [startIndex]);
  definition.nodes.forEach((node, index) => {
    if (reached.has(index) || isKind(node, 'note') || isKind(node, 'start')) return;
    createReport(problems, node.id).warn('unreachable', '', 'Connect this node: nothing leads to it.');
  });
  const document = createReport(problems, null);
  if (reached.size === 1) {
    document.warn('empty_flow', 'nodes', 'Connect the start: the flow does nothing yet.');
    return;
  }
  const isPeopleReachable = [...reached].some((index) => {
    const node = definition.nodes[index];
    return node !== undefined && (isKind(node, 'human_takeover') || leadsToPerson(node, findFlow));
  });
  if (!isPeopleReachable) {
    document.warn('no_human', 'nodes', 'Add a hand-over somewhere: no path leads to a person.');
  }
}

function leadsToPerson(
  node: FlowDefinition['nodes'][number],
  findFlow: ValidationContext['findFlow'],
): boolean {
  if (!isKind(node, 'go_to_flow') || !node.flowId) return false;
  const target = findFlow?.(node.flowId);
  return target?.nodes.some((other) => isKind(other, 'human_takeover')) ?? true;
}
