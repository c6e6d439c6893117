import type { FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { indexNodes } from './flow-graph';
import { createReport } from './node-report';
import { pausesOn } from './pauses';
import { findStrongComponents } from './strong-components';

/** Loops in which nothing waits: they would send without end. One finding per loop, at its first node. */
export function checkLoops(definition: FlowDefinition, problems: FlowProblem[]): void {
  const byId = indexNodes(definition);
  const edges = definition.nodes.map((node) =>
    node.connections.flatMap((connection) => {
      const target = byId.get(connection.targetNodeId);
      return target && !pausesOn(node, connection) ? [target.index] : [];
    }),
  );
  for (const component of findStrongComponents({ size: edges.length, edges })) {
    const first = Math.min(...component.slice(0, 1000));
    const isLoop = component.length > 1 || edges[first]?.includes(first);
    const node = definition.nodes[first];
    if (!isLoop || !node) continue;
    createReport(problems, node.id).error(
      'loop_without_wait',
      'connections',
      `Put a wait or a question into this loop of ${component.length} ${component.length > 1 ? 'nodes' : 'node'}: it would send without end.`,
    );
  }
}
