import { v7 as newId } from 'uuid';
import type { endpoints, ResponseOf } from '@instaflow/contracts';
import { oauthLoginRepository } from '@instaflow/db';
import {
  facebookAuthorizeUrl,
  instagramAuthorizeUrl,
  loginPermissions,
  type LoginKind,
} from '@instaflow/instagram';
import { randomToken, sha256Hex } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { loginAppOf } from './login-app';
import { loginCookie } from './login-cookie';

const lifeMs = 600_000;

type Begun = ResponseOf<typeof endpoints.startLogin>;

/** Begins a login at Instagram or Facebook for a workspace: ten minutes, once, in this session and this browser only. */
export async function startLogin(
  deps: Pick<Dependencies, 'config' | 'simulatorUrl' | 'engineSource' | 'clock'>,
  call: Pick<Call, 'request' | 'reply' | 'caller'>,
  { workspaceId, login }: { workspaceId: string; login: LoginKind },
): Promise<Begun> {
  const { authUrl, appId, redirectUri } = loginAppOf(deps, login);
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
    login,
    now,
    expiresAt: now + lifeMs,
  });
  const { graphApiVersion: version, metaLoginConfigId } = deps.config.instagram;
  const request = { authUrl, appId, redirectUri, state };
  const authorizeUrl =
    login === 'instagram'
      ? instagramAuthorizeUrl(request)
      : facebookAuthorizeUrl({ ...request, version, configurationId: metaLoginConfigId ?? undefined });
  return {
    authorizeUrl,
    login,
    permissions: [...loginPermissions[login]],
    expiresAt: new Date(now + lifeMs).toISOString(),
  };
}
