import { rollDie } from '../text/roll-die';
import { forKind } from './for-kind';

/** Sticky: the roll depends on contact, flow and node, so that a person always goes the same way. */
export const executeRandomizer = forKind('randomizer', ({ node, run, contact, die }) => {
  const branches = (node.branches ?? []).filter(({ weight }) => weight > 0);
  const total = branches.reduce((sum, { weight }) => sum + weight, 0);
  let left = rollDie(die, `${contact.id}/${run.flowId}/${node.id}`) * total;
  for (const { id, weight } of branches) {
    left -= weight;
    if (left < 0)
      return { outcome: 'advanced', signal: { kind: 'branch', value: id }, detail: { branch: id } };
  }
  return { outcome: 'failed', reason: 'no_branches' };
});
