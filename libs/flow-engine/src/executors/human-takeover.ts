import { buildMessages } from './build-messages';
import { withFilledTemplates } from './fill';
import { forKind } from './for-kind';
import { draftMessages } from './send-and-wait';

export const executeHumanTakeover = forKind('human_takeover', (context) =>
  withFilledTemplates(context, (fill) => {
    const { node } = context;
    const messages = buildMessages({ text: node.messageToContact }, fill);
    return {
      outcome: 'finished',
      reason: 'human_takeover',
      effects: [
        ...draftMessages(node, messages),
        { kind: 'request_human', messageToAgent: fill(node.messageToAgent) || null },
      ],
    };
  }),
);
