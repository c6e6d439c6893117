import {
  parseWebhook,
  type ConversationMessageDetail,
  type GraphComment,
  type ParsedEvent,
} from '@instaflow/instagram';

/** Messages of a conversation as the webhooks that did not come would have told them. */
export const messagesAsEvents = (
  accountInstagramId: string,
  messages: readonly ConversationMessageDetail[],
  now: number,
): ParsedEvent[] =>
  read(
    { id: accountInstagramId, messaging: messages.flatMap((message) => wireOf(accountInstagramId, message)) },
    now,
  );

/** Comments below a post, likewise. */
export const commentsAsEvents = (
  { accountInstagramId, mediaId }: { accountInstagramId: string; mediaId: string },
  comments: readonly GraphComment[],
  now: number,
): ParsedEvent[] =>
  comments.flatMap(({ commentId, text, createdAt, fromId, username, parentId }) => {
    const from = { id: fromId, username };
    const value = {
      id: commentId,
      text,
      from,
      media: { id: mediaId },
      ...(parentId && { parent_id: parentId }),
    };
    return read(
      {
        id: accountInstagramId,
        time: createdAt ?? now,
        changes: [{ field: 'comments', value, recovered: true }],
      },
      now,
    );
  });

const wireOf = (
  accountInstagramId: string,
  { mid, createdAt, fromId, toIds, text, isUnsupported }: ConversationMessageDetail,
): object[] => {
  const other = [fromId, ...toIds].find((id) => id !== null && id !== accountInstagramId);
  if (fromId === null || other === undefined) return [];
  const isEcho = fromId === accountInstagramId;
  return [
    {
      sender: { id: fromId },
      recipient: { id: isEcho ? other : accountInstagramId },
      timestamp: createdAt,
      message: {
        mid,
        ...(text !== null && { text }),
        ...(isEcho && { is_echo: true }),
        ...(isUnsupported && { is_unsupported: true }),
      },
      // Says of the raw event, too, that no webhook brought it.
      recovered: true,
    },
  ];
};

const read = (entry: object, now: number): ParsedEvent[] => {
  const parsed = parseWebhook({ object: 'instagram', entry: [entry] }, now);
  // An entry without messages is one of an unknown shape, and nothing was missed.
  return parsed.ok
    ? parsed.entries.flatMap(({ events }) => events).filter(({ kind }) => kind !== 'unhandled')
    : [];
};
