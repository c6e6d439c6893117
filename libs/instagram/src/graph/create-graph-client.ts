import { Pool, type Dispatcher } from 'undici';
import { accountCalls } from './account-calls';
import { commentCalls } from './comment-calls';
import { conversationCalls } from './conversation-calls';
import { createTransport, type GraphTransport } from './graph-transport';
import { mediaCalls } from './media-calls';
import { messengerProfileCalls } from './messenger-profile-calls';
import { readAccess } from './page-access';
import { readCalls } from './read-calls';
import { sendCalls } from './send-calls';
import { senderActionCalls } from './sender-action-calls';
import { subscriptionCalls } from './subscription-calls';

const connectTimeoutMs = 5_000;
const maxConnections = 128;

export type GraphClient = ReturnType<typeof sendCalls> &
  ReturnType<typeof senderActionCalls> &
  ReturnType<typeof readCalls> &
  ReturnType<typeof conversationCalls> &
  ReturnType<typeof commentCalls> &
  ReturnType<typeof mediaCalls> &
  ReturnType<typeof messengerProfileCalls> &
  ReturnType<typeof subscriptionCalls> &
  ReturnType<typeof accountCalls> & {
    /** Lets requests under way finish, then closes the connections. */
    close(): Promise<void>;
    /** Closes at once; requests under way end as lost. */
    destroy(): Promise<void>;
  };

/**
 * Instagram's Graph API over kept-alive connections, to one host for each of Meta's logins: a token of Instagram Login goes
 * to `baseUrl`, a `pageAccess` of Facebook Login to `facebookBaseUrl`. `timeoutMs` bounds the wait for an answer and for
 * its body each. No call throws: each answers `{ok: true, …}` or `{ok: false, outcome, code, sentence, …}`, and
 * neither tokens nor texts of messages appear in failures. `version` may be empty for unversioned paths.
 * `accountInstagramId` is the account either way; what belongs to its Page is asked of the Page.
 * `dispatcher` replaces the connections (tests, proxies); it is then the caller's to close.
 */
export const createGraphClient = ({
  baseUrl,
  facebookBaseUrl = baseUrl,
  version,
  timeoutMs = 10_000,
  dispatcher,
}: {
  baseUrl: string;
  /** Absent: the same host answers both. */
  facebookBaseUrl?: string;
  version: string;
  timeoutMs?: number;
  dispatcher?: Dispatcher;
}): GraphClient => {
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string): Pool => {
    const pool = pools.get(origin) ?? openPool(origin, timeoutMs);
    pools.set(origin, pool);
    return pool;
  };
  const transport = (url: string, below: string): GraphTransport => {
    const { origin, pathname } = new URL(url);
    const rootPath = pathname.replace(/\/+$/, '');
    const basePath = below === '' ? rootPath : `${rootPath}/${below}`;
    return createTransport({ dispatcher: dispatcher ?? poolOf(origin), basePath });
  };
  const call = byLogin(transport(baseUrl, version), transport(facebookBaseUrl, version));
  return {
    ...sendCalls(call),
    ...senderActionCalls(call),
    ...readCalls(call),
    ...conversationCalls(call),
    ...commentCalls(call),
    ...mediaCalls(call),
    ...messengerProfileCalls(call),
    ...subscriptionCalls(call),
    ...accountCalls(transport(baseUrl, '')),
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
    destroy: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
};

const openPool = (origin: string, timeoutMs: number) =>
  new Pool(origin, {
    connections: maxConnections,
    pipelining: 1,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: connectTimeoutMs },
  });

/** Each call to the host of the login its access comes from, with the bare token. */
const byLogin =
  (instagram: GraphTransport, facebook: GraphTransport): GraphTransport =>
  (call) => {
    if (call.token === null) return instagram(call);
    const { token, pageId } = readAccess(call.token);
    return (pageId === null ? instagram : facebook)({ ...call, token });
  };
