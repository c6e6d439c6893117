import type { EffectOf } from '../../effect';
import type { Talk, TalkDelivery, TalkLine } from '../talk';

/** A message as the person gets it. */
export type ShownMessage = {
  as: 'message' | 'private_reply' | 'comment_reply';
  nodeId: string | null;
  text: string | null;
  mediaUrl: string | null;
  buttons: string[];
  cards: string[];
  delivery: TalkDelivery;
};

/** The messages among these lines, in order. */
export function listMessages(lines: readonly TalkLine[]): ShownMessage[] {
  return lines.flatMap((line): ShownMessage[] => {
    if (line.kind !== 'effect') return [];
    const { effect, delivery } = line;
    switch (effect.kind) {
      case 'send_message':
        return [toMessage(effect, 'message', delivery)];
      case 'private_reply':
        return [toMessage(effect, 'private_reply', delivery)];
      case 'comment_reply': {
        const { nodeId, text } = effect;
        return [{ as: 'comment_reply', nodeId, text, mediaUrl: null, buttons: [], cards: [], delivery }];
      }
      default:
        return [];
    }
  });
}

type Sent = EffectOf<'send_message'> | EffectOf<'private_reply'>;

function toMessage({ nodeId, message }: Sent, as: ShownMessage['as'], delivery: TalkDelivery): ShownMessage {
  const titles = [...(message.quickReplies ?? []), ...(message.buttons ?? [])].map(({ title }) => title);
  return {
    as,
    nodeId,
    text: message.text ?? null,
    mediaUrl: message.media?.url ?? message.images?.[0]?.url ?? null,
    buttons: titles,
    cards: message.elements?.map(({ title }) => title) ?? [],
    delivery,
  };
}

export type ShownButton = { title: string; payload: string; as: 'quick_reply' | 'postback' };

/** Buttons the person can tap: all that were ever sent, and the quick replies below the last message. */
export function listShownButtons({ lines }: Talk): ShownButton[] {
  const sent = lines.flatMap((line) =>
    line.kind === 'effect' && (line.effect.kind === 'send_message' || line.effect.kind === 'private_reply')
      ? [line.effect.message]
      : [],
  );
  const postbacks = sent.flatMap(({ buttons = [], elements = [] }) =>
    [...buttons, ...elements.flatMap((element) => element.buttons ?? [])].flatMap((button): ShownButton[] =>
      button.type === 'postback' ? [{ title: button.title, payload: button.payload, as: 'postback' }] : [],
    ),
  );
  const replies = (sent.at(-1)?.quickReplies ?? []).map((reply): ShownButton => ({
    ...reply,
    as: 'quick_reply',
  }));
  return [...postbacks, ...replies];
}
