import { Pool, type Dispatcher } from 'undici';
import { accountCalls } from './account-calls';
import { commentCalls } from './comment-calls';
import { conversationCalls } from './conversation-calls';
import { createTransport } from './graph-transport';
import { mediaCalls } from './media-calls';
import { messengerProfileCalls } from './messenger-profile-calls';
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
 * Instagram's Graph API over kept-alive connections to one host. `timeoutMs` bounds the wait for an answer and for
 * its body each. No call throws: each answers `{ok: true, …}` or `{ok: false, outcome, code, sentence, …}`, and
 * neither tokens nor texts of messages appear in failures. `version` may be empty for unversioned paths.
 * `accountInstagramId` is the node that acts: with Instagram Login the account, with Facebook Login its Page.
 * `dispatcher` replaces the connections (tests, proxies); it is then the caller's to close.
 */
export const createGraphClient = ({
  baseUrl,
  version,
  timeoutMs = 10_000,
  dispatcher,
}: {
  baseUrl: string;
  version: string;
  timeoutMs?: number;
  dispatcher?: Dispatcher;
}): GraphClient => {
  const { origin, pathname } = new URL(baseUrl);
  const pool = new Pool(origin, {
    connections: maxConnections,
    pipelining: 1,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: connectTimeoutMs },
  });
  const rootPath = pathname.replace(/\/+$/, '');
  const transport = (basePath: string) => createTransport({ dispatcher: dispatcher ?? pool, basePath });
  const call = transport(version === '' ? rootPath : `${rootPath}/${version}`);
  return {
    ...sendCalls(call),
    ...senderActionCalls(call),
    ...readCalls(call),
    ...conversationCalls(call),
    ...commentCalls(call),
    ...mediaCalls(call),
    ...messengerProfileCalls(call),
    ...subscriptionCalls(call),
    ...accountCalls(transport(rootPath)),
    close: () => pool.close(),
    destroy: () => pool.destroy(),
  };
};
