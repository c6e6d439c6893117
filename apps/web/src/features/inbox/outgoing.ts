import type { Message } from '@instaflow/contracts';

/** A message of this browser the server has not confirmed yet. */
export type Outgoing = {
  localId: string;
  conversationId: string;
  text: string;
  startedAtMs: number;
  state: 'sending' | 'failed';
  error: string | null;
};

const clockDifferenceMs = 60_000;

/**
 * The outgoing messages that are still to be shown: one whose stored twin already arrived over the event stream
 * is not shown twice. Twins are told by sender, text and time; each stored message covers one outgoing.
 */
export function hideArrived(
  outgoing: readonly Outgoing[],
  messages: readonly Message[],
  userId: string | null,
): Outgoing[] {
  const free = messages.filter(
    (message) => message.direction === 'outbound' && message.sentByUserId === userId,
  );
  return outgoing.filter((own) => {
    if (own.state === 'failed') return true;
    const twin = free.findIndex(
      (message) =>
        message.content.text === own.text &&
        new Date(message.timestamp).getTime() >= own.startedAtMs - clockDifferenceMs,
    );
    if (twin === -1) return true;
    free.splice(twin, 1);
    return false;
  });
}
