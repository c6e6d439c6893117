import type { JsonObject } from '../json/json-value';
import { readId } from '../json/read-fields';
import type { ReadAnswer } from './graph-result';
import type { GraphTransport } from './graph-transport';
import { messagingNode } from './messaging-node';
import type { AccountAccess } from './send-calls';

type To = AccountAccess & { recipientId: string };

const readRecipient: ReadAnswer<{ recipientId: string | null }> = (answer) => {
  const recipientId = readId(answer, 'recipient_id');
  return recipientId === null && answer['success'] !== true ? null : { recipientId };
};

/** Typing, seen and reactions. They are sent alone, never beside a message, and may be repeated. */
export const senderActionCalls = (call: GraphTransport) => {
  const act = ({ recipientId, ...access }: To, body: JsonObject) =>
    call({
      method: 'POST',
      path: `${messagingNode(access)}/messages`,
      body: { recipient: { id: recipientId }, ...body },
      token: access.token,
      isRepeatable: true,
      read: readRecipient,
    });
  return {
    /** Typing dots (they go away by themselves after some 20 seconds), or the mark that the account has seen the thread. */
    sendAction: ({ action, ...to }: To & { action: 'typing_on' | 'typing_off' | 'mark_seen' }) =>
      act(to, { sender_action: action }),

    /** `reaction` is `love` or an emoji; with Facebook Login only `love`. */
    react: ({ mid, reaction = 'love', ...to }: To & { mid: string; reaction?: string }) =>
      act(to, { sender_action: 'react', payload: { message_id: mid, reaction } }),

    unreact: ({ mid, ...to }: To & { mid: string }) =>
      act(to, { sender_action: 'unreact', payload: { message_id: mid } }),
  };
};
