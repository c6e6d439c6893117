import type { InstagramAccount } from '@instaflow/contracts';
import { pageAccess } from '@instaflow/instagram';
import { connectAccount } from '../accounts/connect-account';
import type { ConnectParts } from './connect-long-lived';
import type { FacebookGrant, LinkedPage } from './read-facebook-grant';

/** Connects the Instagram account of a Page. Throws as `connectAccount`. */
export function connectPage(
  parts: ConnectParts,
  {
    page,
    grant,
    owner,
  }: {
    page: LinkedPage;
    grant: Omit<FacebookGrant, 'pages'>;
    owner: { workspaceId: string; userId: string };
  },
): Promise<InstagramAccount> {
  return connectAccount(parts, {
    workspaceId: owner.workspaceId,
    connectedByUserId: owner.userId,
    login: 'facebook',
    permissions: grant.permissions,
    appScopedUserId: grant.facebookUserId,
    instagramPageId: page.pageId,
    instagramUserId: page.instagramUserId,
    instagramUsername: page.instagramUsername ?? page.instagramUserId,
    accessToken: pageAccess(page),
    tokenExpiresAt: null,
    dataAccessEndsAt: grant.dataAccessEndsAt,
  });
}
