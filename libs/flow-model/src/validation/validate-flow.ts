import type { FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { buildTimedGraph } from './build-timed-graph';
import { checkConnections } from './check-connections';
import { checkLoops } from './check-loops';
import { checkNodeFields } from './check-node-fields';
import { checkReach } from './check-reach';
import { checkStructure } from './check-structure';
import { checkTemplates } from './check-templates';
import { checkWindow } from './check-window';
import { suggestFixes } from './fixes/suggest-fix';
import { createReport } from './node-report';
import type { ValidationContext } from './validation-context';

/**
 * Everything that is wrong or doubtful about a document, errors first. Errors block publishing, warnings do not.
 * With a repair where one can be offered (see `FlowFix`). Linear in nodes and edges, without recursion over the graph.
 */
export function validateFlow(definition: FlowDefinition, context: ValidationContext = {}): FlowProblem[] {
  const problems: FlowProblem[] = [];
  checkStructure(definition, problems);
  for (const node of definition.nodes) checkNodeFields(node, createReport(problems, node.id), context);
  const graph = buildTimedGraph(definition, context);
  checkLoops(graph, problems, new Set(definition.nodes.map(({ id }) => id)));
  checkConnections(definition, problems);
  checkTemplates(definition, problems, context);
  checkReach(definition, problems, context);
  checkWindow(graph, problems, context);
  const rank = { error: 0, warning: 1 };
  return suggestFixes(definition, problems).toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

/** Whether a document may be published. */
export function isPublishable(problems: readonly FlowProblem[]): boolean {
  return !problems.some(({ severity }) => severity === 'error');
}
