import { evaluateGroup } from '../rules/evaluate-rule';
import { forKind } from './for-kind';

export const executeCondition = forKind('condition', ({ node, scope }) => {
  const branches = [...(node.rules ? [{ ...node.rules, id: 'true' }] : []), ...(node.branches ?? [])];
  if (branches.length === 0) return { outcome: 'advanced', signal: { kind: 'next' } };
  const branch = branches.find((group) => evaluateGroup(group, scope))?.id ?? 'false';
  return { outcome: 'advanced', signal: { kind: 'branch', value: branch }, detail: { branch } };
});
