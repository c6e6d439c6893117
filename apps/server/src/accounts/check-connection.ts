import { unprocessable } from '@instaflow/platform';
import type { GraphClient, GraphFailure } from '@instaflow/instagram';

export type CheckedConnection = {
  /** The id webhooks use. */
  instagramUserId: string;
  instagramUsername: string;
  /** Null when Instagram could not be asked. */
  appScopedUserId: string | null;
  status: 'connected' | 'error';
  statusReason: string | null;
};

/**
 * Asks Instagram whose token this is and subscribes the account's webhooks. A token of another account throws 422
 * `invalid_access_token`. One that Instagram refuses makes the status `error`, with what to do about it. When Instagram
 * cannot be asked right now the account counts as connected, with the reason shown: the first message will tell.
 */
export async function checkConnection(
  graph: Pick<GraphClient, 'getMe' | 'subscribeApp'>,
  given: { instagramUserId: string; instagramUsername: string; accessToken: string },
): Promise<CheckedConnection> {
  const me = await graph.getMe({ token: given.accessToken });
  if (!me.ok) return { ...pick(given), ...failed(me) };
  if (me.userId !== given.instagramUserId && me.id !== given.instagramUserId) {
    throw invalidToken(
      `The access token belongs to @${me.username}, not to the account with the id ${given.instagramUserId}.`,
    );
  }
  const account = {
    instagramUserId: me.userId,
    instagramUsername: given.instagramUsername,
    appScopedUserId: me.id,
  };
  const subscribed = await graph.subscribeApp({ accountInstagramId: me.userId, token: given.accessToken });
  return subscribed.ok
    ? { ...account, status: 'connected', statusReason: null }
    : { ...account, ...failed(subscribed) };
}

function failed(failure: GraphFailure): Pick<CheckedConnection, 'status' | 'statusReason'> {
  return { status: failure.outcome === 'token' ? 'error' : 'connected', statusReason: failure.sentence };
}

function pick({
  instagramUserId,
  instagramUsername,
}: {
  instagramUserId: string;
  instagramUsername: string;
}) {
  return { instagramUserId, instagramUsername, appScopedUserId: null };
}

function invalidToken(sentence: string) {
  return unprocessable('invalid_access_token', sentence, [{ path: 'accessToken', message: sentence }]);
}
