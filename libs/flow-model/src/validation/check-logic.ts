import type { NodeOf } from '../flow-definition';
import type { ConditionRule } from '../kinds/condition-rule';
import { isBlank } from './check-text';
import type { NodeReport } from './node-report';

export function checkCondition(node: NodeOf<'condition'>, report: NodeReport): void {
  const groups = [
    ...(node.rules ? [{ group: node.rules, path: 'rules' }] : []),
    ...(node.branches ?? []).map((group, index) => ({ group, path: `branches.${index}` })),
  ];
  const isByConnections = node.connections.some(({ condition }) => condition?.type === 'attribute_equals');
  if (groups.length === 0 && !isByConnections) {
    report.error('condition_without_rules', 'rules', 'Add a rule: this condition asks nothing.');
  }
  for (const { group, path } of groups) {
    const rules = [...(group.all ?? []), ...(group.any ?? [])];
    if (rules.length === 0)
      report.error('condition_without_rules', path, 'Add a rule: this branch asks nothing.');
    rules.forEach((rule) => checkRule(rule, path, report));
  }
  checkBranchIds(node.branches ?? [], report);
}

const withoutValue = new Set(['exists', 'not_exists']);

function checkRule({ field, op, value }: ConditionRule, path: string, report: NodeReport): void {
  if (isBlank(field)) report.error('rule_without_field', path, 'Choose what this rule looks at.');
  if (withoutValue.has(op)) return;
  if (value === undefined || value === null || value === '') {
    report.error('rule_without_value', path, `Fill in what “${field}” is compared with.`);
  }
}

export function checkRandomizer(node: NodeOf<'randomizer'>, report: NodeReport): void {
  const branches = node.branches ?? [];
  if (branches.length < 2)
    report.error('too_few_branches', 'branches', 'Add a branch: a randomizer needs two.');
  const isWrong = branches.some(({ weight }) => weight < 0 || weight > 100);
  const sum = branches.reduce((total, { weight }) => total + weight, 0);
  if (isWrong || Math.abs(sum - 100) > 0.001) {
    report.error('weights_not_100', 'branches', `Make the weights add up to 100: they add up to ${sum}.`);
  }
  checkBranchIds(branches, report);
}

function checkBranchIds(branches: readonly { id: string }[], report: NodeReport): void {
  const ids = new Set(branches.map(({ id }) => id));
  if (ids.size < branches.length || ids.has('')) {
    report.error('duplicate_branch', 'branches', 'Give every branch an id of its own.');
  }
}
