import type { InstagramAccount } from '@instaflow/contracts';
import type { InstagramAccountEntity } from '@instaflow/db';
import { toIso } from '../http/to-iso';

/** An account as the API shows it: never with its token. */
export function toAccount(account: InstagramAccountEntity, lastWebhookAt: Date | null): InstagramAccount {
  return {
    instagramAccountId: account.id,
    workspaceId: account.workspaceId,
    instagramPageId: account.instagramPageId,
    instagramUserId: account.instagramUserId,
    instagramUsername: account.instagramUsername,
    status: account.status,
    statusReason: account.statusReason,
    isSimulated: account.isSimulated,
    pausedAt: toIso(account.pausedAt),
    tokenExpiresAt: toIso(account.tokenExpiresAt),
    lastWebhookAt: toIso(lastWebhookAt),
    createdAt: account.createdAt.toISOString(),
    updatedAt: account.updatedAt.toISOString(),
  };
}
