import type { LoadedTurn, OutboundRow } from '@instaflow/db';
import type { Effect, EffectOf } from '@instaflow/flow-engine';
import { describeOutgoing } from '@instaflow/instagram';

type Outgoing = EffectOf<'send_message' | 'private_reply' | 'comment_reply'>;

/**
 * The messages among the effects as rows of outbox and message log, in their order. `at` (epoch milliseconds) is when
 * they stand in the conversation; ids must rise so that messages of one instant keep their order.
 */
export const outboundOfEffects = (input: {
  turn: LoadedTurn;
  effects: readonly Effect[];
  at: number;
  newId: () => string;
}): OutboundRow[] => {
  const { turn, effects, at } = input;
  const isOptOut = effects.some(({ kind }) => kind === 'opt_out');
  return effects.filter(isOutgoing).map((effect, index) => ({
    id: input.newId(),
    at,
    contactId: turn.contactId,
    workspaceId: turn.workspaceId,
    accountId: turn.accountId,
    conversationId: turn.conversationId,
    index,
    key: effect.key,
    flowId: effect.flowId,
    runId: effect.runId,
    nodeId: effect.nodeId,
    ...routeOf(effect, isOptOut),
  }));
};

const isOutgoing = (effect: Effect): effect is Outgoing =>
  effect.kind === 'send_message' || effect.kind === 'private_reply' || effect.kind === 'comment_reply';

const priority = { flow: 3, comment: 5 } as const;

type Route = Pick<OutboundRow, 'kind' | 'priority' | 'payload' | 'type' | 'content'>;

const routeOf = (effect: Outgoing, isOptOut: boolean): Route => {
  switch (effect.kind) {
    case 'comment_reply': {
      const { commentId, text } = effect;
      const payload = { commentId, text };
      return {
        kind: 'comment_reply',
        priority: priority.comment,
        payload,
        type: 'comment_reply',
        content: payload,
      };
    }
    case 'private_reply': {
      const { commentId, message } = effect;
      const { type, content } = describeOutgoing(message);
      const payload = { commentId, message };
      const shown = { ...content, commentId };
      return { kind: 'private_reply', priority: priority.comment, payload, type, content: shown };
    }
    case 'send_message': {
      const { message } = effect;
      // The confirmation of an opt-out is the one message an opted-out person still gets.
      const payload = isOptOut ? { message, allowWhenOptedOut: true } : { message };
      const { type, content } = describeOutgoing(message);
      return { kind: 'message', priority: priority.flow, payload, type, content };
    }
  }
};
