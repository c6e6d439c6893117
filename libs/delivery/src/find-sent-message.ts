import type { ConversationMessage, OutgoingMessage } from '@instaflow/instagram';

export type Lookup = { kind: 'found'; mid: string } | { kind: 'absent' } | { kind: 'undecidable' };

/** Instagram's times have whole seconds, and clocks differ a little. */
const toleranceMs = 3_000;

/**
 * Looks for a message whose answer was lost among the newest of its conversation. `isKnown` tells which ids belong
 * to other messages. Texts are compared; of media and cards Instagram shows no text, so there only one single
 * unexplained message can be the one.
 */
export const findSentMessage = ({
  message,
  sentAt,
  personId,
  messages,
  isKnown,
}: {
  message: OutgoingMessage;
  sentAt: number;
  personId: string;
  messages: readonly ConversationMessage[];
  isKnown: (mid: string) => boolean;
}): Lookup => {
  const unexplained = messages.filter(
    ({ mid, fromId, createdAt }) => fromId !== personId && createdAt >= sentAt - toleranceMs && !isKnown(mid),
  );
  if (unexplained.length === 0) return { kind: 'absent' };
  const text = normalise(message.text);
  // The newest comes first; of equal texts the oldest is the earliest attempt.
  const equal = unexplained.findLast((candidate) => text !== '' && normalise(candidate.text) === text);
  if (equal) return { kind: 'found', mid: equal.mid };
  const wordless = unexplained.filter((candidate) => normalise(candidate.text) === '');
  const { media, images, elements, buttons, sticker, sharedPostId } = message;
  const isPlainText =
    !(media ?? sticker ?? sharedPostId) && ![images, elements, buttons].some((list) => list?.length);
  if (isPlainText || wordless.length === 0) return { kind: 'absent' };
  const [only, another] = wordless;
  return only && !another ? { kind: 'found', mid: only.mid } : { kind: 'undecidable' };
};

const normalise = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
