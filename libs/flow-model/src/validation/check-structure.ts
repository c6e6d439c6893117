import { isKind, isKnownNode, type FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { isDisabled } from '../kinds/is-disabled';
import { nodeKinds } from '../kinds/node-kinds';
import { flowLimits } from '../parse/limits';
import { indexNodes } from './flow-graph';
import { createReport } from './node-report';

/** Starts, ids, edges and types: what makes a document a flow at all. */
export function checkStructure(definition: FlowDefinition, problems: FlowProblem[]): void {
  checkStart(definition, problems);
  const byId = indexNodes(definition);
  definition.nodes.forEach((node, index) => {
    const report = createReport(problems, node.id);
    if (byId.get(node.id)?.index !== index) {
      report.error('duplicate_node_id', 'id', `Give this node another id: "${node.id}" is used twice.`);
    }
    node.connections.forEach(({ targetNodeId }, at) => {
      if (byId.has(targetNodeId)) return;
      report.error(
        'edge_to_nowhere',
        `connections.${at}.targetNodeId`,
        `Connect this output again: the node "${targetNodeId}" does not exist.`,
      );
    });
    if (isDisabled(node)) return;
    if (!isKnownNode(node)) {
      report.error('unknown_node_type', 'type', `Replace this node: its type "${node.type}" is not known.`);
    } else if (!nodeKinds[node.type].isExecutable) {
      const { label } = nodeKinds[node.type];
      report.error('node_not_available', 'type', `Remove this node: "${label}" is not available yet.`);
    }
  });
}

function checkStart({ nodes, startNodeId }: FlowDefinition, problems: FlowProblem[]): void {
  const document = createReport(problems, null);
  if (nodes.length > flowLimits.nodes) {
    document.error(
      'too_many_nodes',
      'nodes',
      `Split this flow: it may have ${flowLimits.nodes} nodes at most.`,
    );
  }
  const starts = nodes.filter((node) => isKind(node, 'start'));
  if (starts.length === 0) document.error('no_start', 'nodes', 'Add a start node: the flow has none.');
  const main = starts.find(({ id }) => id === startNodeId) ?? starts[0];
  for (const extra of starts.filter((start) => start !== main)) {
    const report = createReport(problems, extra.id);
    report.error('several_starts', 'type', 'Remove this start node: a flow has exactly one.');
  }
  if (starts.length > 0 && !starts.some(({ id }) => id === startNodeId)) {
    document.error(
      'start_not_found',
      'startNodeId',
      'Set the start: "startNodeId" does not name the start node.',
    );
  }
}
