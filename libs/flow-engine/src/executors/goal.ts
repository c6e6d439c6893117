import { forKind } from './for-kind';

export const executeGoal = forKind('goal', ({ node }) => {
  const [goal, value] = [node.goal ?? node.name, node.value ?? null];
  return {
    outcome: 'advanced',
    signal: { kind: 'next' },
    effects: [{ kind: 'goal_reached', goal, value }],
    detail: { goal, value },
  };
});
