import { conditionKey } from '../connection-condition';
import { isKind, isKnownNode, type FlowDefinition, type FlowNode } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { isValidPattern } from '../patterns/compile-pattern';
import { findWayPast } from '../kinds/find-way-past';
import { isDisabled } from '../kinds/is-disabled';
import { listOwnOutlets } from '../kinds/list-outlets';
import { handOverAt } from './fixes/connection-fixes';
import { createReport, type NodeReport } from './node-report';

/** Outputs that lead nowhere, and edges whose output is gone. */
export function checkConnections(definition: FlowDefinition, problems: FlowProblem[]): void {
  const document = describeDocument(definition);
  for (const node of definition.nodes) {
    if (!isKnownNode(node) || isKind(node, 'note')) continue;
    const report = createReport(problems, node.id);
    if (isDisabled(node)) {
      checkWayPast(node, report);
      continue;
    }
    checkDuplicates(node, report);
    checkOpenOutlets(node, report, document);
    checkOrphans(node, report);
    checkKeywords(node, report);
    checkEnds(node, report, document);
  }
}

/** Of what leaves a step that is switched off only the way past it counts: a branching step without one ends the flow. */
function checkWayPast(node: FlowNode, report: NodeReport): void {
  const [first, ...more] = listOwnOutlets(node).filter(({ isException }) => !isException);
  if (!first || more.length === 0 || findWayPast(node)) return;
  report.warn(
    'dead_end',
    'connections',
    'Connect a way out of this step or switch it on: it is switched off, and the flow ends there without a word.',
  );
}

type Document = { definition: FlowDefinition; nodeIds: ReadonlySet<string>; notes: ReadonlySet<string> };

function describeDocument(definition: FlowDefinition): Document {
  const notes = definition.nodes.filter((node) => isKind(node, 'note')).map(({ id }) => id);
  return { definition, nodeIds: new Set(definition.nodes.map(({ id }) => id)), notes: new Set(notes) };
}

/** Connections that no run takes or that end it, and calls whose failure ends it. */
function checkEnds(node: FlowNode, report: NodeReport, { notes }: Document): void {
  if (isKind(node, 'human_takeover') && node.connections.length > 0) {
    report.warn(
      'never_goes_on',
      'connections',
      'Remove the connections of this hand-over: the flow ends there.',
    );
  }
  node.connections.forEach(({ targetNodeId }, at) => {
    if (!notes.has(targetNodeId)) return;
    report.warn(
      'edge_to_note',
      `connections.${at}`,
      'Lead this connection to a step: it ends at a note, which does nothing.',
    );
  });
  const isHandled = node.connections.some(({ condition }) => condition?.type === 'error');
  if (isKind(node, 'external_api_call') && !isHandled) {
    report.warn(
      'failure_not_handled',
      'connections',
      'Connect “Failed”: the flow ends with an error when the other program does not answer.',
    );
  }
}

function checkDuplicates(node: FlowNode, report: NodeReport): void {
  const seen = new Set<string>();
  node.connections.forEach(({ condition }, at) => {
    const key = conditionKey(condition);
    if (seen.has(key)) {
      report.warn(
        'unused_connection',
        `connections.${at}`,
        'Remove this connection: another one with the same condition is taken before it.',
      );
    }
    seen.add(key);
  });
}

const branching = new Set(['branch', 'follower', 'input_valid', 'else']);

function checkOpenOutlets(node: FlowNode, report: NodeReport, document: Document): void {
  const connected = new Set(node.connections.map(({ condition }) => conditionKey(condition)));
  const hasDefault = connected.has('next') || connected.has('else');
  for (const { id, label, condition } of listOwnOutlets(node)) {
    if (condition === null || connected.has(id)) continue;
    if (condition.type === 'button_payload') {
      const message = `Connect the button “${label}”: tapping it leads nowhere.`;
      report.warn('open_button', 'connections', message, handOverAt({ ...document, node }, condition));
    } else if (branching.has(condition.type) && !hasDefault) {
      const message = `Connect “${label}”: the flow ends there without a word.`;
      report.warn('dead_end', 'connections', message, handOverAt({ ...document, node }, condition));
    }
  }
}

const boundToOutlet = new Set(['button_payload', 'branch', 'follower', 'input_valid']);

function checkOrphans(node: FlowNode, report: NodeReport): void {
  const own = new Set(listOwnOutlets(node).map(({ id }) => id));
  node.connections.forEach(({ condition }, at) => {
    if (condition === null || !boundToOutlet.has(condition.type) || own.has(conditionKey(condition))) return;
    report.warn(
      'orphan_connection',
      `connections.${at}`,
      'Remove this connection: the button or branch it belongs to is gone.',
    );
  });
}

function checkKeywords(node: FlowNode, report: NodeReport): void {
  node.connections.forEach(({ condition }, at) => {
    if (condition?.type !== 'keyword') return;
    const path = `connections.${at}.condition.value`;
    if (condition.value.replaceAll(',', '').trim() === '') {
      report.error('keyword_missing', path, 'Write the word this connection waits for.');
    } else if (condition.match === 'regex' && !isValidPattern(condition.value)) {
      report.error('invalid_pattern', path, 'Correct this pattern: it is no regular expression we can run.');
    }
  });
}
