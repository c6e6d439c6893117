import type { LoginOutcome } from '@instaflow/contracts';
import type { BegunLogin } from '@instaflow/db';
import { listMissingPermissions, type InstagramGrant } from '@instaflow/instagram';
import { nameMissing } from './name-missing';
import { connectLongLived, type ConnectParts } from './connect-long-lived';
import { lengthenToken } from './lengthen-token';

/** Connects the account of a login at Instagram, unless a permission is missing without which nothing works. */
export async function connectByGrant(
  parts: ConnectParts,
  { grant, begun, appSecret }: { grant: InstagramGrant; begun: BegunLogin; appSecret: string },
): Promise<LoginOutcome> {
  const missing = listMissingPermissions('instagram', grant.permissions);
  const named = nameMissing(missing);
  if (missing.some(({ isRequired }) => isRequired)) return { problem: 'missing_permissions', ...named };
  const token = await lengthenToken(parts.graph, { shortLivedToken: grant.token, appSecret });
  const account = await connectLongLived(parts, {
    token,
    workspaceId: begun.workspaceId,
    connectedByUserId: begun.userId,
    login: 'instagram',
    permissions: grant.permissions,
  });
  return { connected: account.instagramAccountId, ...named };
}
