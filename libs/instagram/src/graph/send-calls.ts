import { readId } from '../json/read-fields';
import type { JsonObject } from '../json/json-value';
import { buildMessage } from './build-message';
import type { GraphResult, ReadAnswer } from './graph-result';
import type { GraphTransport } from './graph-transport';
import { messagingNode } from './messaging-node';
import type { OutgoingMessage } from './outgoing-message';

/** Whose account acts: its Instagram user id and its access, a token of Instagram Login or a `pageAccess`. */
export type AccountAccess = { accountInstagramId: string; token: string };
export type SentMessage = { messageId: string; recipientId: string | null };

const readSent: ReadAnswer<SentMessage> = (answer) => {
  const messageId = readId(answer, 'message_id');
  return messageId === null ? null : { messageId, recipientId: readId(answer, 'recipient_id') };
};

/** Both forms of the human agent tag are sent: Instagram's own and Messenger's. */
const humanAgentTag = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };

export const sendCalls = (call: GraphTransport) => {
  const post = async (
    access: AccountAccess,
    message: OutgoingMessage,
    rest: JsonObject,
  ): Promise<GraphResult<SentMessage>> => {
    const built = buildMessage(message);
    if (!built.ok) return built;
    return call({
      method: 'POST',
      path: `${messagingNode(access)}/messages`,
      body: { ...rest, message: built.message },
      token: access.token,
      read: readSent,
    });
  };
  return {
    /** One message to a person who wrote before. Not idempotent: an `ambiguous` outcome must be looked up, not repeated. */
    sendMessage: ({
      recipientId,
      message,
      isHumanAgent = false,
      replyToMid,
      ...access
    }: AccountAccess & {
      recipientId: string;
      message: OutgoingMessage;
      /** Written by a person: Instagram then takes it for 7 days instead of 24 hours. */
      isHumanAgent?: boolean;
      /** The message it answers, shown above it. */
      replyToMid?: string;
    }) =>
      post(access, message, {
        recipient: { id: recipientId },
        ...(isHumanAgent && humanAgentTag),
        ...(replyToMid !== undefined && { reply_to: { mid: replyToMid } }),
      }),

    /** The one private message a comment allows, within 7 days. */
    sendPrivateReply: ({
      commentId,
      message,
      ...access
    }: AccountAccess & { commentId: string; message: OutgoingMessage }) =>
      post(access, message, { recipient: { comment_id: commentId } }),
  };
};
