import { accountRepository, endRunsOfAccount, inWorkspaces } from '@instaflow/db';
import type { Dependencies } from '../dependencies';
import { found } from '../http/found';
import { tokenIdentity } from '@instaflow/delivery';

/**
 * Disconnects an account: its automation ends, its queued messages are cancelled and its token is forgotten in one
 * transaction; after that its webhooks are unsubscribed as far as Instagram can be reached.
 */
export async function disconnectAccount(
  deps: Pick<Dependencies, 'appSource' | 'graph' | 'keyRing' | 'clock' | 'log'>,
  key: { id: string; workspaceId: string },
): Promise<void> {
  const account = await inWorkspaces(deps.appSource, [key.workspaceId], async (tx) => {
    const connected = found(await accountRepository.find(tx, key));
    await endRunsOfAccount(tx, {
      accountId: key.id,
      reason: 'account_disconnected',
      now: deps.clock.now(),
    });
    await accountRepository.disconnect(tx, key);
    await accountRepository.announce(tx, key);
    return connected;
  });
  if (account.accessTokenSealed === null) return;
  try {
    const token = deps.keyRing.open(account.accessTokenSealed, tokenIdentity(account.id));
    const answer = await deps.graph.unsubscribeApp({ accountInstagramId: account.instagramUserId, token });
    if (!answer.ok) deps.log.warn({ accountId: account.id, code: answer.code }, 'Webhooks stay subscribed.');
  } catch (error) {
    // The account is disconnected here whatever became of its subscription: events of it are no longer answered.
    deps.log.warn({ err: error, accountId: account.id }, 'Webhooks stay subscribed.');
  }
}
