import { v7 as newId } from 'uuid';
import type { endpoints, ResponseOf } from '@instaflow/contracts';
import { oauthLoginRepository } from '@instaflow/db';
import { instagramAuthorizeUrl, loginPermissions } from '@instaflow/instagram';
import { randomToken, sha256Hex } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { loginAppOf } from './login-app';
import { loginCookie } from './login-cookie';

const lifeMs = 600_000;

type Begun = ResponseOf<typeof endpoints.startLogin>;

/** Begins a login at Instagram for a workspace: ten minutes, once, in this session and this browser only. */
export async function startLogin(
  deps: Pick<Dependencies, 'config' | 'simulatorUrl' | 'engineSource' | 'clock'>,
  call: Pick<Call, 'request' | 'reply' | 'caller'>,
  workspaceId: string,
): Promise<Begun> {
  const { authUrl, appId, redirectUri } = loginAppOf(deps);
  const state = randomToken();
  const browser = loginCookie.renew(call, { publicUrl: deps.config.publicUrl, lifeMs });
  const now = deps.clock.now();
  await oauthLoginRepository.begin(deps.engineSource.manager, {
    id: newId(),
    stateHash: sha256Hex(state),
    browserHash: sha256Hex(browser),
    userId: call.caller.userId,
    sessionId: call.caller.sessionId,
    workspaceId,
    now,
    expiresAt: now + lifeMs,
  });
  return {
    authorizeUrl: instagramAuthorizeUrl({ authUrl, appId, redirectUri, state }),
    login: 'instagram',
    permissions: [...loginPermissions.instagram],
    expiresAt: new Date(now + lifeMs).toISOString(),
  };
}
