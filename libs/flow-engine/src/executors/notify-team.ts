import { withFilledTemplates } from './fill';
import { forKind } from './for-kind';

export const executeNotifyTeam = forKind('notify_team', (context) =>
  withFilledTemplates(context, (fill) => {
    const { node } = context;
    const message = fill(node.message);
    const channels = node.channels ?? ['in_app' as const];
    return {
      outcome: 'advanced',
      signal: { kind: 'next' },
      effects: [{ kind: 'notify_team', message, channels }],
      detail: { channels },
    };
  }),
);
