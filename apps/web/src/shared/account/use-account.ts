import type { InstagramAccount } from '@instaflow/contracts';
import { useAccountId } from './use-account-id';
import { useAccounts } from './use-accounts';

/** The account the address names; null while it is unknown. */
export function useAccount(): InstagramAccount | null {
  const accountId = useAccountId();
  const accounts = useAccounts().data?.instagramAccounts;
  return accounts?.find((account) => account.instagramAccountId === accountId) ?? null;
}
