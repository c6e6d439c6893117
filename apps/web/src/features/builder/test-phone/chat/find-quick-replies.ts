import type { OutgoingMessage, TalkLine } from '@instaflow/flow-engine';

export type QuickReply = NonNullable<OutgoingMessage['quickReplies']>[number];

/** The quick replies on the screen: those of the last message, gone with anything said after it. */
export function findQuickReplies(lines: readonly TalkLine[]): QuickReply[] {
  const last = lines.findLast((line) => line.kind === 'event' || isDelivered(line));
  if (last?.kind !== 'effect') return [];
  const { effect } = last;
  if (effect.kind !== 'send_message' && effect.kind !== 'private_reply') return [];
  return effect.message.quickReplies ?? [];
}

function isDelivered(line: Extract<TalkLine, { kind: 'effect' }>): boolean {
  const { kind } = line.effect;
  return line.delivery === 'done' && (kind === 'send_message' || kind === 'private_reply');
}
