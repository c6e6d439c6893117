import type { InstagramAccount } from '@instaflow/contracts';
import { accountRepository, type Tx } from '@instaflow/db';
import { found } from '../http/found';
import { toAccount } from './to-account';

/** One account as the API shows it. Throws 404. */
export async function showAccount(
  tx: Tx,
  key: { id: string; workspaceId: string },
): Promise<InstagramAccount> {
  const account = found(await accountRepository.find(tx, key));
  const lastWebhooks = await accountRepository.findLastWebhooks(tx, [account.id]);
  return toAccount(account, lastWebhooks.get(account.id) ?? null);
}
