import { conditionKey } from '../connection-condition';
import { isKind, isKnownNode, type FlowDefinition, type FlowNode } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { isValidPattern } from '../patterns/compile-pattern';
import { listOwnOutlets } from '../kinds/list-outlets';
import { createReport, type NodeReport } from './node-report';

/** Outputs that lead nowhere, and edges whose output is gone. */
export function checkConnections(definition: FlowDefinition, problems: FlowProblem[]): void {
  for (const node of definition.nodes) {
    if (!isKnownNode(node) || isKind(node, 'note')) continue;
    const report = createReport(problems, node.id);
    checkDuplicates(node, report);
    checkOpenOutlets(node, report);
    checkOrphans(node, report);
    checkKeywords(node, report);
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

function checkOpenOutlets(node: FlowNode, report: NodeReport): void {
  const connected = new Set(node.connections.map(({ condition }) => conditionKey(condition)));
  const hasDefault = connected.has('next') || connected.has('else');
  for (const { id, label, condition } of listOwnOutlets(node)) {
    if (condition === null || connected.has(id)) continue;
    if (condition.type === 'button_payload') {
      report.warn('open_button', 'connections', `Connect the button “${label}”: tapping it leads nowhere.`);
    } else if (branching.has(condition.type) && !hasDefault) {
      report.warn('dead_end', 'connections', `Connect “${label}”: the flow ends there without a word.`);
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
