import { isKind, type FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { isDisabled } from '../kinds/is-disabled';
import { findReachable, indexNodes } from './flow-graph';
import { createReport } from './node-report';
import type { ValidationContext } from './validation-context';

/**
 * Nodes nobody gets to, and flows without a way to a person. `walked` is the document past what is switched off,
 * `drawn` the document itself; places in `nodes` are the same in both.
 */
export function checkReach(
  { walked, drawn }: { walked: FlowDefinition; drawn: FlowDefinition },
  problems: FlowProblem[],
  { findFlow }: ValidationContext,
): void {
  const reached = findReached(walked);
  if (!reached) return;
  checkUnreached({ walked, drawn, reached }, problems);
  const document = createReport(problems, null);
  const steps = [...reached].flatMap((index) => walked.nodes[index] ?? []);
  if (steps.every(({ id, type }) => id === walked.startNodeId || type === 'start')) {
    const what = reached.size > 1 ? 'Switch a step on' : 'Connect the start';
    document.warn('empty_flow', 'nodes', `${what}: the flow does nothing yet.`);
    return;
  }
  if (!steps.some((node) => isKind(node, 'human_takeover') || leadsToPerson(node, findFlow))) {
    document.warn('no_human', 'nodes', 'Add a hand-over somewhere: no path leads to a person.');
  }
}

/** Places of all nodes a walk from the start may come to; null without a start. */
function findReached(definition: FlowDefinition): Set<number> | null {
  const byId = indexNodes(definition);
  const startIndex = byId.get(definition.startNodeId)?.index;
  if (startIndex === undefined) return null;
  const edges = definition.nodes.map((node) =>
    node.connections.flatMap(({ targetNodeId }) => byId.get(targetNodeId)?.index ?? []),
  );
  return findReachable({ size: edges.length, edges }, [startIndex]);
}

type Reach = { walked: FlowDefinition; drawn: FlowDefinition; reached: ReadonlySet<number> };

function checkUnreached({ walked, drawn, reached }: Reach, problems: FlowProblem[]): void {
  const reachedAsDrawn = walked === drawn ? reached : (findReached(drawn) ?? reached);
  const passed = drawn.nodes.filter((node, index) => reached.has(index) && isDisabled(node));
  const behind = new Set(passed.flatMap(({ connections }) => connections.map((edge) => edge.targetNodeId)));
  walked.nodes.forEach((node, index) => {
    if (reached.has(index) || isKind(node, 'note') || isKind(node, 'start')) return;
    const report = createReport(problems, node.id);
    if (!reachedAsDrawn.has(index)) {
      report.warn('unreachable', '', 'Connect this node: nothing leads to it.');
    } else if (behind.has(node.id)) {
      // Said of the first one only: those behind it share its lot.
      report.warn(
        'unreachable_while_disabled',
        '',
        'Switch the step before this one on, or lead another way here: nobody comes here while it is off.',
      );
    }
  });
}

function leadsToPerson(
  node: FlowDefinition['nodes'][number],
  findFlow: ValidationContext['findFlow'],
): boolean {
  if (!isKind(node, 'go_to_flow') || !node.flowId) return false;
  const target = findFlow?.(node.flowId);
  return target?.nodes.some((other) => isKind(other, 'human_takeover')) ?? true;
}
