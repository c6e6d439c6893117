import type { FlowDefinition, FlowNode } from '../../flow-definition';
import type { FlowFix, FlowProblem } from '../../flow-problem';
import * as buttons from './button-fixes';
import * as connections from './connection-fixes';
import type { FixInput, MakeFix } from './fix-input';
import * as structure from './structure-fixes';
import * as texts from './text-fixes';
import * as values from './value-fixes';

const ofNodes: Record<string, MakeFix> = {
  several_starts: structure.removeNode,
  unknown_node_type: structure.removeNode,
  node_not_available: structure.removeNode,
  unreachable: structure.removeNode,
  duplicate_node_id: structure.separateNodes,
  edge_to_nowhere: connections.removeConnection,
  edge_to_note: connections.removeConnection,
  unused_connection: connections.removeConnection,
  orphan_connection: connections.removeConnection,
  keyword_missing: connections.removeConnection,
  never_goes_on: connections.removeConnections,
  invalid_pattern: connections.matchByWords,
  outside_window: connections.connectOutsideWindow,
  failure_not_handled: connections.connectFailure,
  button_text_too_long: buttons.shortenTitle,
  button_without_text: buttons.removeEmptyButton,
  duplicate_payload: buttons.separatePayload,
  too_many_buttons: buttons.toQuickReplies,
  mixed_buttons: (input) => buttons.toQuickReplies(input) ?? buttons.toPostbacks(input),
  text_too_long: (input) => texts.splitMessage(input) ?? shortenCard(input),
  variable_may_be_empty: texts.giveDefault,
  variable_not_on_every_path: texts.giveDefault,
  unknown_variable: texts.nameContact,
  media_missing: values.noMedia,
  invalid_url: values.completeUrl,
  wait_without_time: values.waitAnHour,
  wait_not_positive: values.waitAnHour,
  wait_too_long: values.waitAYear,
  invalid_window: values.usualWindow,
  invalid_date: values.waitAnHour,
  timeout_not_positive: values.noTimeout,
  timeout_too_long: values.waitAYear,
  invalid_retries: values.allowedRetries,
  invalid_timeout: values.usualCallTimeout,
  invalid_header: values.removeHeader,
  body_not_sent: values.usePost,
  weights_not_100: values.balanceWeights,
  too_few_branches: values.addBranch,
  duplicate_branch: values.separateBranches,
  invalid_attribute: values.cleanAttribute,
  goal_missing: values.nameGoal,
};

function shortenCard(input: FixInput): FlowFix | null {
  return input.problem.path.startsWith('elements.') ? values.shortenCard(input) : null;
}

/** Puts a repair to every problem that has one. */
export function suggestFixes(definition: FlowDefinition, problems: readonly FlowProblem[]): FlowProblem[] {
  const byId = new Map<string, FlowNode>();
  for (const node of definition.nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const nodeIds = new Set(byId.keys());
  const hasTwins = nodeIds.size < definition.nodes.length;
  return problems.map((problem) => {
    // Edits name nodes by their id: with two of one id they might repair the wrong one.
    if (problem.fix || (hasTwins && problem.code !== 'duplicate_node_id')) return problem;
    const fix = suggestFix({ definition, problem, nodeIds }, byId);
    return fix ? { ...problem, fix } : problem;
  });
}

function suggestFix(input: Omit<FixInput, 'node'>, byId: ReadonlyMap<string, FlowNode>): FlowFix | null {
  const { problem } = input;
  if (problem.code === 'no_start') return structure.addStart(input);
  if (problem.code === 'start_not_found') return structure.setStart(input);
  if (problem.code === 'no_human') return structure.offerPerson(input);
  const node = problem.nodeId === null ? undefined : byId.get(problem.nodeId);
  return node ? (ofNodes[problem.code]?.({ ...input, node }) ?? null) : null;
}
