import type { FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { isDisabled } from '../kinds/is-disabled';
import { buildTimedGraph } from './build-timed-graph';
import { bypassDisabled, bypassInContext } from './bypass-disabled';
import { checkConnections } from './check-connections';
import { checkDisabled } from './check-disabled';
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
 * Everything that is wrong or doubtful about a document, errors first. Errors block publishing, warnings do not. What a
 * step that is switched off holds is not looked at; ways are followed past it.
 * With a repair where one can be offered (see `FlowFix`). Linear in nodes and edges, without recursion over the graph.
 */
export function validateFlow(definition: FlowDefinition, context: ValidationContext = {}): FlowProblem[] {
  const problems: FlowProblem[] = [];
  checkStructure(definition, problems);
  for (const node of definition.nodes) {
    if (!isDisabled(node)) checkNodeFields(node, createReport(problems, node.id), context);
  }
  const walked = bypassDisabled(definition);
  const around = bypassInContext(context);
  const graph = buildTimedGraph(walked, around);
  checkLoops(graph, problems, definition);
  checkConnections(definition, problems);
  checkTemplates(walked, problems, around);
  checkReach({ walked, drawn: definition }, problems, around);
  checkWindow(graph, problems, context);
  checkDisabled(definition, problems);
  const rank = { error: 0, warning: 1 };
  return suggestFixes(definition, problems).toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

/** Whether a document may be published. */
export function isPublishable(problems: readonly FlowProblem[]): boolean {
  return !problems.some(({ severity }) => severity === 'error');
}
