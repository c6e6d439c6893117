import type { GraphTransport } from './graph-transport';
import { readToken } from './read-token';

/** Tokens of Instagram Login. Calls that change nothing when made twice, so a lost answer is simply tried again. */
export const accountCalls = (callUnversioned: GraphTransport) => ({
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
