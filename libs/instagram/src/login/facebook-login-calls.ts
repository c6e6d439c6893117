import { pageQuery, readPage, type PageRequest } from '../graph/graph-page';
import type { ReadAnswer } from '../graph/graph-result';
import type { GraphTransport } from '../graph/graph-transport';
import { isJsonObject, type JsonObject } from '../json/json-value';
import { readArray, readFlag, readId, readNumber, readObject, readText } from '../json/read-fields';

export type FacebookToken = {
  token: string;
  /** Null when Facebook names no end. */
  expiresInMs: number | null;
};

/** A Page of a Facebook user. Its token has no scheduled end when the user's token is long-lived. */
export type FacebookPage = {
  pageId: string;
  name: string | null;
  token: string;
  /** What the user may do there; MESSAGING and MODERATE are needed. */
  tasks: string[];
  /** The Instagram account linked to it; null when there is none. */
  instagramUserId: string | null;
  instagramUsername: string | null;
};

export type TokenInfo = {
  isValid: boolean;
  /** Epoch milliseconds; null: no scheduled end. */
  expiresAt: number | null;
  dataAccessExpiresAt: number | null;
  permissions: string[];
  userId: string | null;
  appId: string | null;
};

type App = { appId: string; appSecret: string };

const readFacebookToken: ReadAnswer<FacebookToken> = (answer) => {
  const token = readText(answer, 'access_token');
  const expiresIn = readNumber(answer, 'expires_in');
  return token === null ? null : { token, expiresInMs: expiresIn === null ? null : expiresIn * 1000 };
};

const textsAt = (from: JsonObject, key: string): string[] =>
  readArray(from, key).filter((value) => typeof value === 'string');

const readFacebookPage = (item: JsonObject): FacebookPage | null => {
  const pageId = readId(item, 'id');
  const token = readText(item, 'access_token');
  if (pageId === null || token === null) return null;
  const account = readObject(item, 'instagram_business_account');
  return {
    pageId,
    name: readText(item, 'name'),
    token,
    tasks: textsAt(item, 'tasks'),
    instagramUserId: readId(account, 'id'),
    instagramUsername: readText(account, 'username'),
  };
};

const readPermissions: ReadAnswer<{ granted: string[]; declined: string[] }> = (answer) => {
  if (!Array.isArray(answer['data'])) return null;
  const items = answer['data'].filter(isJsonObject);
  const named = (isGranted: boolean) =>
    items
      .filter((item) => (readText(item, 'status') === 'granted') === isGranted)
      .flatMap((item) => readText(item, 'permission') ?? []);
  return { granted: named(true), declined: named(false) };
};

const readUser: ReadAnswer<{ userId: string }> = (answer) => {
  const userId = readId(answer, 'id');
  return userId === null ? null : { userId };
};

/** Seconds; 0 stands for never. */
const readInstant = (from: JsonObject, key: string): number | null => {
  const seconds = readNumber(from, key);
  return seconds === null || seconds <= 0 ? null : seconds * 1000;
};

const readTokenInfo: ReadAnswer<TokenInfo> = (answer) => {
  const data = readObject(answer, 'data');
  if (!data) return null;
  return {
    isValid: readFlag(data, 'is_valid'),
    expiresAt: readInstant(data, 'expires_at'),
    dataAccessExpiresAt: readInstant(data, 'data_access_expires_at'),
    permissions: textsAt(data, 'scopes'),
    userId: readId(data, 'user_id'),
    appId: readId(data, 'app_id'),
  };
};

export const facebookLoginCalls = (call: GraphTransport) => {
  const exchange = ({ appId, appSecret }: App, query: Record<string, string>) =>
    call({
      method: 'GET',
      path: 'oauth/access_token',
      query: { client_id: appId, client_secret: appSecret, ...query },
      token: null,
      read: readFacebookToken,
    });
  return {
    /** Exchanges the code of Facebook Login for a token of an hour or two. `redirectUri` as at the start. */
    exchangeFacebookCode: ({ redirectUri, code, ...app }: App & { redirectUri: string; code: string }) =>
      exchange(app, { redirect_uri: redirectUri, code }),

    /** Makes it one of 60 days; the tokens of Pages read with that one have no scheduled end. */
    extendFacebookToken: ({ token, ...app }: App & { token: string }) =>
      exchange(app, { grant_type: 'fb_exchange_token', fb_exchange_token: token }),

    /** Who logged in; the id is scoped to the app: deauthorization and data deletion name it. */
    getFacebookUser: ({ token }: { token: string }) =>
      call({ method: 'GET', path: 'me', query: { fields: 'id' }, token, read: readUser }),

    /** What the user consented to and what not. */
    listFacebookPermissions: ({ token }: { token: string }) =>
      call({ method: 'GET', path: 'me/permissions', token, read: readPermissions }),

    /** The Pages of the user with their tokens and linked Instagram accounts. */
    listPages: ({ token, ...page }: PageRequest & { token: string }) =>
      call({
        method: 'GET',
        path: 'me/accounts',
        query: {
          fields: 'id,name,access_token,tasks,instagram_business_account{id,username}',
          ...pageQuery(page),
        },
        token,
        read: readPage(readFacebookPage),
      }),

    /** What Facebook knows about a token, asked for by the app itself. */
    inspectToken: ({ token, appId, appSecret }: App & { token: string }) =>
      call({
        method: 'GET',
        path: 'debug_token',
        query: { input_token: token },
        token: `${appId}|${appSecret}`,
        read: readTokenInfo,
      }),
  };
};
