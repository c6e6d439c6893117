import {
  accountRepository,
  endRunsOfAccount,
  inWorkspaces,
  type InstagramAccountEntity,
} from '@instaflow/db';
import { AppError } from '@instaflow/platform';
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
  const result = await unsubscribe(deps, account);
  if (result === null) return;
  await inWorkspaces(deps.appSource, [key.workspaceId], (tx) =>
    accountRepository.recordUnsubscribe(tx, { id: key.id, result }),
  );
}

/** `done`, or why the webhooks stay subscribed: events of the account are no longer answered either way. Never throws. */
async function unsubscribe(
  deps: Pick<Dependencies, 'graph' | 'keyRing' | 'log'>,
  account: InstagramAccountEntity,
): Promise<string | null> {
  if (account.accessTokenSealed === null) return null;
  try {
    const token = deps.keyRing.open(account.accessTokenSealed, tokenIdentity(account.id));
    const answer = await deps.graph.unsubscribeApp({ accountInstagramId: account.instagramUserId, token });
    if (answer.ok) return 'done';
    deps.log.warn({ accountId: account.id, code: answer.code }, 'Webhooks stay subscribed.');
    return answer.code;
  } catch (error) {
    deps.log.warn({ err: error, accountId: account.id }, 'Webhooks stay subscribed.');
    return error instanceof AppError ? error.code : 'internal_error';
  }
}
