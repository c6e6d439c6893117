import { isJsonObject } from '../json/json-value';
import { readArray, readNumber, readText } from '../json/read-fields';
import type { ReadAnswer } from './graph-result';
import type { GraphTransport } from './graph-transport';
import type { AccountAccess } from './send-calls';

/** The webhook fields the program understands. */
export const webhookFields = [
  'messages',
  'message_echoes',
  'message_reactions',
  'message_edit',
  'messaging_postbacks',
  'messaging_referral',
  'messaging_seen',
  'comments',
  'live_comments',
] as const;

export type LongLivedToken = { token: string; expiresInMs: number };

const readSuccess: ReadAnswer<object> = (answer) => (answer['success'] === true ? {} : null);

const readSubscriptions: ReadAnswer<{ fields: string[] }> = (answer) => {
  if (!Array.isArray(answer['data'])) return null;
  const apps = answer['data'].filter(isJsonObject);
  const fields = apps.flatMap((app) => readArray(app, 'subscribed_fields'));
  return { fields: fields.filter((field) => typeof field === 'string') };
};

const readToken: ReadAnswer<LongLivedToken> = (answer) => {
  const token = readText(answer, 'access_token');
  const expiresIn = readNumber(answer, 'expires_in');
  return token === null || expiresIn === null ? null : { token, expiresInMs: expiresIn * 1000 };
};

const subscriptionsOf = (accountInstagramId: string) =>
  `${encodeURIComponent(accountInstagramId)}/subscribed_apps`;

/** Calls that change nothing when made twice, so a lost answer is simply tried again. */
export const accountCalls = (call: GraphTransport, callUnversioned: GraphTransport) => ({
  subscribeApp: ({
    accountInstagramId,
    token,
    fields = webhookFields,
  }: AccountAccess & { fields?: readonly string[] }) =>
    call({
      method: 'POST',
      path: subscriptionsOf(accountInstagramId),
      query: { subscribed_fields: fields.join(',') },
      token,
      isRepeatable: true,
      read: readSuccess,
    }),

  unsubscribeApp: ({ accountInstagramId, token }: AccountAccess) =>
    call({
      method: 'DELETE',
      path: subscriptionsOf(accountInstagramId),
      token,
      isRepeatable: true,
      read: readSuccess,
    }),

  getSubscriptions: ({ accountInstagramId, token }: AccountAccess) =>
    call({ method: 'GET', path: subscriptionsOf(accountInstagramId), token, read: readSubscriptions }),

  /** A token of an hour becomes one of 60 days. */
  exchangeToken: ({ shortLivedToken, appSecret }: { shortLivedToken: string; appSecret: string }) =>
    callUnversioned({
      method: 'GET',
      path: 'access_token',
      query: {
        grant_type: 'ig_exchange_token',
        client_secret: appSecret,
        access_token: shortLivedToken,
      },
      token: null,
      read: readToken,
    }),

  /** Another 60 days for a token that is at least 24 h old and not expired. */
  refreshToken: ({ token }: { token: string }) =>
    callUnversioned({
      method: 'GET',
      path: 'refresh_access_token',
      query: { grant_type: 'ig_refresh_token', access_token: token },
      token: null,
      read: readToken,
    }),
});
