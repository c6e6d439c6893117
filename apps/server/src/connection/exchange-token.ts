import type { BodyOf, ConnectionResult, endpoints } from '@instaflow/contracts';
import { unprocessable } from '@instaflow/platform';
import { connectLongLived, type ConnectParts } from './connect-long-lived';
import { lengthenToken } from './lengthen-token';

/** Lengthens a pasted token of an hour and connects its account. 422 with Instagram's reason when it refuses. */
export async function exchangeToken(
  parts: ConnectParts,
  input: { body: BodyOf<typeof endpoints.exchangeToken>; workspaceId: string; userId: string },
): Promise<ConnectionResult> {
  const { body, workspaceId, userId } = input;
  if (body.login === 'facebook' || body.instagramPageId !== null) throw facebookNotOffered();
  const { appSecret } = parts.config.instagram;
  const token = await lengthenToken(parts.graph, { shortLivedToken: body.accessToken, appSecret });
  const account = await connectLongLived(parts, {
    token,
    workspaceId,
    connectedByUserId: userId,
    login: 'instagram',
    permissions: null,
  });
  return {
    outcome: 'connected',
    instagramAccountId: account.instagramAccountId,
    instagramAccount: account,
    missingPermissions: [],
  };
}

/** 422: until messages can be sent through a Page, connecting one would only look as if it worked. */
export const facebookNotOffered = () =>
  unprocessable(
    'login_not_offered',
    'Accounts connect with Instagram Login. Leave Facebook and its Page out.',
  );
