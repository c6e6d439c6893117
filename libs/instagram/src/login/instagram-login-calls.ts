import type { ReadAnswer } from '../graph/graph-result';
import type { GraphTransport } from '../graph/graph-transport';
import { readArray, readId, readText } from '../json/read-fields';
import { isJsonObject, type JsonObject } from '../json/json-value';

/** What a code of Instagram Login was exchanged for: a token of one hour. */
export type InstagramGrant = {
  token: string;
  /** Scoped to the app, not the id of webhooks; deauthorization names it. */
  appScopedUserId: string;
  /** What the owner consented to, who may have unticked some. */
  permissions: string[];
};

/** Named with commas in one text, or as a list. */
const readPermissions = (grant: JsonObject): string[] => {
  const text = readText(grant, 'permissions');
  const names = text === null ? readArray(grant, 'permissions') : text.split(',');
  return names
    .filter((name) => typeof name === 'string')
    .map((name) => name.trim())
    .filter(Boolean);
};

/** Documented wrapped in `data`, delivered flat too, with the id as text or as a number. */
const readGrant: ReadAnswer<InstagramGrant> = (answer) => {
  const [first] = readArray(answer, 'data');
  const grant = isJsonObject(first) ? first : answer;
  const token = readText(grant, 'access_token');
  const appScopedUserId = readId(grant, 'user_id');
  if (token === null || appScopedUserId === null) return null;
  return { token, appScopedUserId, permissions: readPermissions(grant) };
};

export const instagramLoginCalls = (call: GraphTransport) => ({
  /** Exchanges the code of Instagram Login: it lives an hour and works once. `redirectUri` as at the start. */
  exchangeInstagramCode: ({
    appId,
    appSecret,
    redirectUri,
    code,
  }: {
    appId: string;
    appSecret: string;
    redirectUri: string;
    code: string;
  }) =>
    call({
      method: 'POST',
      path: 'oauth/access_token',
      form: {
        client_id: appId,
        client_secret: appSecret,
        grant_type: 'authorization_code',
        redirect_uri: redirectUri,
        code,
      },
      token: null,
      isRepeatable: true,
      read: readGrant,
    }),
});
