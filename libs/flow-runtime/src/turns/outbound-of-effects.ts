import type { MessageContent, MessageType } from '@instaflow/contracts';
import type { LoadedTurn, OutboundRow } from '@instaflow/db';
import type { Effect, EffectOf, OutgoingMessage } from '@instaflow/flow-engine';

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
      const content = { ...contentOf(message), commentId };
      const payload = { commentId, message };
      return { kind: 'private_reply', priority: priority.comment, payload, type: typeOf(message), content };
    }
    case 'send_message': {
      const { message } = effect;
      // The confirmation of an opt-out is the one message an opted-out person still gets.
      const payload = isOptOut ? { message, allowWhenOptedOut: true } : { message };
      return {
        kind: 'message',
        priority: priority.flow,
        payload,
        type: typeOf(message),
        content: contentOf(message),
      };
    }
  }
};

const typeOf = (message: OutgoingMessage): MessageType => {
  if (message.elements !== undefined) return 'carousel';
  return message.media?.type ?? 'text';
};

const contentOf = ({ text, media, quickReplies, buttons, elements }: OutgoingMessage): MessageContent => ({
  ...(text !== undefined && { text }),
  ...(media !== undefined && { mediaUrl: media.url, mediaType: media.type }),
  ...(quickReplies !== undefined && { quickReplies }),
  ...(buttons !== undefined && { buttons }),
  ...(elements !== undefined && { elements }),
});
