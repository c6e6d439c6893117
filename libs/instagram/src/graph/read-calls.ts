import { isJsonObject, type JsonObject } from '../json/json-value';
import { readArray, readId, readObject, readText } from '../json/read-fields';
import type { GraphResult, ReadAnswer } from './graph-result';
import type { GraphTransport } from './graph-transport';
import type { AccountAccess } from './send-calls';

export type GraphProfile = {
  name: string | null;
  username: string | null;
  profilePictureUrl: string | null;
  /** Whether the person follows the account; null when Instagram does not say. */
  isFollower: boolean | null;
};

export type GraphAccount = { id: string; userId: string; username: string; name: string | null };

export type ConversationMessage = {
  mid: string;
  /** Epoch milliseconds, precise to a second. */
  createdAt: number;
  fromId: string | null;
  text: string | null;
};

const readProfile: ReadAnswer<GraphProfile> = (answer) => {
  const follows = answer['is_user_follow_business'];
  return {
    name: readText(answer, 'name'),
    username: readText(answer, 'username'),
    profilePictureUrl: readText(answer, 'profile_pic'),
    isFollower: typeof follows === 'boolean' ? follows : null,
  };
};

/** Documented wrapped in `data`, delivered flat. */
const readAccount: ReadAnswer<GraphAccount> = (answer) => {
  const [first] = readArray(answer, 'data');
  const account = isJsonObject(first) ? first : answer;
  const userId = readId(account, 'user_id');
  const username = readText(account, 'username');
  if (userId === null || username === null) return null;
  return { id: readId(account, 'id') ?? userId, userId, username, name: readText(account, 'name') };
};

const readFirstId: ReadAnswer<{ id: string | null }> = (answer) => {
  if (!Array.isArray(answer['data'])) return null;
  const [first] = answer['data'];
  return { id: isJsonObject(first) ? readId(first, 'id') : null };
};

const readMessages: ReadAnswer<{ messages: ConversationMessage[] }> = (answer) => {
  const messages = readObject(answer, 'messages');
  if (!messages) return null;
  return { messages: readArray(messages, 'data').filter(isJsonObject).flatMap(readConversationMessage) };
};

const readConversationMessage = (item: JsonObject): ConversationMessage[] => {
  const mid = readId(item, 'id');
  // Meta writes the zone as +0000, which Date.parse takes only with a colon.
  const createdAt = Date.parse((readText(item, 'created_time') ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (mid === null || Number.isNaN(createdAt)) return [];
  return [
    { mid, createdAt, fromId: readId(readObject(item, 'from'), 'id'), text: readText(item, 'message') },
  ];
};

export const readCalls = (call: GraphTransport) => ({
  /** Name and picture of a person. `consent` is the normal answer for people who never wrote. */
  getProfile: ({ personId, token }: AccountAccess & { personId: string }) =>
    call({
      method: 'GET',
      path: encodeURIComponent(personId),
      query: { fields: 'name,username,profile_pic,is_user_follow_business' },
      token,
      read: readProfile,
    }),

  /** Whose token it is; `userId` is the id webhooks use. */
  getMe: ({ token }: { token: string }) =>
    call({
      method: 'GET',
      path: 'me',
      query: { fields: 'id,user_id,username,name' },
      token,
      read: readAccount,
    }),

  /**
   * The newest (at most 20) messages of the conversation with a person, newest first; none when there is no
   * conversation. Two calls of the 2 per second that Instagram allows an account.
   */
  listConversationMessages: async ({
    accountInstagramId,
    token,
    personId,
  }: AccountAccess & { personId: string }): Promise<GraphResult<{ messages: ConversationMessage[] }>> => {
    const found = await call({
      method: 'GET',
      path: `${encodeURIComponent(accountInstagramId)}/conversations`,
      query: { platform: 'instagram', user_id: personId },
      token,
      read: readFirstId,
    });
    if (!found.ok) return found;
    if (found.id === null) return { ok: true, usage: found.usage, messages: [] };
    return call({
      method: 'GET',
      path: encodeURIComponent(found.id),
      query: { fields: 'messages.limit(20){id,created_time,from,to,message}' },
      token,
      read: readMessages,
    });
  },
});
