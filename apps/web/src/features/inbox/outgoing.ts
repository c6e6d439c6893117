import type { MediaKind, Message } from '@instaflow/contracts';

export type OutgoingFile = { mediaFileId: string; name: string; kind: MediaKind; previewUrl: string | null };

/** A message of this browser the server has not confirmed yet. */
export type Outgoing = {
  localId: string;
  conversationId: string;
  text: string;
  files: readonly OutgoingFile[];
  /** Id of the message it answers. */
  replyToMessageId: string | null;
  startedAtMs: number;
  state: 'sending' | 'failed';
  error: string | null;
};

const clockDifferenceMs = 60_000;

/** As the API takes it. */
export const toSendBody = ({
  text,
  files,
  replyToMessageId,
}: Pick<Outgoing, 'text' | 'files' | 'replyToMessageId'>) => ({
  ...(text !== '' && { text }),
  ...(files.length > 0 && { attachments: files.map(({ mediaFileId }) => ({ mediaFileId })) }),
  ...(replyToMessageId !== null && { replyToMessageId }),
});

/**
 * The outgoing messages that are still to be shown: one whose stored twin already arrived over the event stream
 * is not shown twice. Twins are told by sender, text (or being a file) and time; each stored message covers one outgoing.
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
        isSameContent(own, message) &&
        new Date(message.timestamp).getTime() >= own.startedAtMs - clockDifferenceMs,
    );
    if (twin === -1) return true;
    free.splice(twin, 1);
    return false;
  });
}

const isSameContent = (own: Outgoing, { content }: Message): boolean =>
  own.text === '' ? !content.text && Boolean(content.mediaType) : content.text === own.text;
