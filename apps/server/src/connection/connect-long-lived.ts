import type { InstagramAccount } from '@instaflow/contracts';
import type { LongLivedToken } from '@instaflow/instagram';
import { connectAccount } from '../accounts/connect-account';
import type { Dependencies } from '../dependencies';
import { refusedByInstagram } from './refused-by-instagram';

export type ConnectParts = Pick<
  Dependencies,
  'appSource' | 'engineSource' | 'graph' | 'keyRing' | 'simulatorUrl' | 'clock' | 'config' | 'log'
>;

/** Connects the account a long-lived token belongs to: Instagram itself says which one. Throws as `connectAccount`. */
export async function connectLongLived(
  parts: ConnectParts,
  input: {
    token: LongLivedToken;
    workspaceId: string;
    connectedByUserId: string;
    login: 'instagram' | null;
    permissions: string[] | null;
  },
): Promise<InstagramAccount> {
  const { token, ...rest } = input;
  const me = await parts.graph.getMe({ token: token.token });
  if (!me.ok) throw refusedByInstagram(me);
  return connectAccount(parts, {
    ...rest,
    appScopedUserId: me.id,
    instagramPageId: null,
    instagramUserId: me.userId,
    instagramUsername: me.username,
    accessToken: token.token,
    tokenExpiresAt: new Date(parts.clock.now() + token.expiresInMs).toISOString(),
  });
}
