import { isJsonObject, type JsonObject } from '../json/json-value';
import { readArray, readFlag, readId, readObject, readText } from '../json/read-fields';
import { pageQuery, readPage, type PageRequest } from './graph-page';
import type { GraphResult, ReadAnswer } from './graph-result';
import { parseGraphTime } from './graph-time';
import type { GraphTransport } from './graph-transport';
import { messagingNode } from './messaging-node';
import type { AccountAccess } from './send-calls';

export type ConversationMessage = {
  mid: string;
  /** Epoch milliseconds, precise to a second. */
  createdAt: number;
  fromId: string | null;
  text: string | null;
};
export type ConversationMessageDetail = ConversationMessage & { toIds: string[]; isUnsupported: boolean };
export type GraphConversation = { id: string; updatedAt: number | null };

/** Older messages exist only as ids. */
const detailedMessages = 20;
const messageFields = 'id,created_time,from,to,message,is_unsupported';

const readConversation = (item: JsonObject): GraphConversation | null => {
  const id = readId(item, 'id');
  return id === null ? null : { id, updatedAt: parseGraphTime(readText(item, 'updated_time')) };
};

const readDetail = (item: JsonObject): ConversationMessageDetail | null => {
  const mid = readId(item, 'id');
  const createdAt = parseGraphTime(readText(item, 'created_time'));
  if (mid === null || createdAt === null) return null;
  const recipients = readArray(readObject(item, 'to'), 'data').filter(isJsonObject);
  return {
    mid,
    createdAt,
    fromId: readId(readObject(item, 'from'), 'id'),
    toIds: recipients.map((to) => readId(to, 'id')).filter((id) => id !== null),
    text: readText(item, 'message'),
    isUnsupported: readFlag(item, 'is_unsupported'),
  };
};

const readMessages: ReadAnswer<{ messages: ConversationMessageDetail[] }> = (answer) => {
  const messages = readObject(answer, 'messages');
  if (!messages) return null;
  const details = readArray(messages, 'data').filter(isJsonObject).map(readDetail);
  return { messages: details.filter((detail) => detail !== null) };
};

/** Instagram allows an account two of these calls a second. */
export const conversationCalls = (call: GraphTransport) => {
  const listConversations = ({
    accountInstagramId,
    token,
    personId,
    ...page
  }: AccountAccess & PageRequest & { personId?: string }) =>
    call({
      method: 'GET',
      path: `${messagingNode({ accountInstagramId, token })}/conversations`,
      query: {
        platform: 'instagram',
        ...(personId !== undefined && { user_id: personId }),
        ...pageQuery(page),
      },
      token,
      read: readPage(readConversation),
    });

  const getConversationMessages = ({ conversationId, token }: { conversationId: string; token: string }) =>
    call({
      method: 'GET',
      path: encodeURIComponent(conversationId),
      query: { fields: `messages.limit(${detailedMessages}){${messageFields}}` },
      token,
      read: readMessages,
    });

  return {
    /** Conversations, the latest first, or the one with a person. Requests idle for 30 days are left out by Instagram. */
    listConversations,

    /** The newest (at most 20) messages of a conversation, newest first. */
    getConversationMessages,

    /** One message; `message_gone` when it is deleted or not among the 20 newest. */
    getMessage: ({ mid, token }: { mid: string; token: string }) =>
      call({
        method: 'GET',
        path: encodeURIComponent(mid),
        query: { fields: messageFields },
        token,
        read: readDetail,
      }),

    /**
     * The newest (at most 20) messages of the conversation with a person, newest first; none when there is no
     * conversation. Two calls.
     */
    listConversationMessages: async (
      access: AccountAccess & { personId: string },
    ): Promise<GraphResult<{ messages: ConversationMessage[] }>> => {
      const found = await listConversations(access);
      if (!found.ok) return found;
      const [conversation] = found.items;
      if (!conversation) return { ok: true, usage: found.usage, messages: [] };
      return getConversationMessages({ conversationId: conversation.id, token: access.token });
    },
  };
};
