import { forKind } from './for-kind';

export const executeGoal = forKind('goal', ({ node }) => ({
  outcome: 'advanced',
  signal: { kind: 'next' },
  effects: [{ kind: 'goal_reached', goal: node.goal ?? node.name, value: node.value ?? null }],
}));
