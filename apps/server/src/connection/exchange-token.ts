import type { BodyOf, ConnectionResult, endpoints } from '@instaflow/contracts';
import { unprocessable } from '@instaflow/platform';
import type { Chooser } from './account-choices';
import { connectByFacebook } from './connect-by-facebook';
import { connectLongLived, type ConnectParts } from './connect-long-lived';
import { createLogin } from './create-login';
import { lengthenToken } from './lengthen-token';
import { loginAppOf } from './login-app';
import { readFacebookGrant } from './read-facebook-grant';
import { refusedByInstagram } from './refused-by-instagram';

type Input = { body: BodyOf<typeof endpoints.exchangeToken>; chooser: Chooser };

/**
 * Lengthens a pasted token of an hour and connects its account; one of a Facebook user that opens several accounts leads to
 * a choice. 422 with Instagram's reason when it refuses.
 */
export function exchangeToken(parts: ConnectParts, input: Input): Promise<ConnectionResult> {
  const isFacebook = input.body.login === 'facebook' || input.body.instagramPageId !== null;
  return isFacebook ? exchangeFacebook(parts, input) : exchangeInstagram(parts, input);
}

async function exchangeInstagram(parts: ConnectParts, { body, chooser }: Input): Promise<ConnectionResult> {
  const { appSecret } = parts.config.instagram;
  const token = await lengthenToken(parts.graph, { shortLivedToken: body.accessToken, appSecret });
  const account = await connectLongLived(parts, {
    token,
    workspaceId: chooser.workspaceId,
    connectedByUserId: chooser.userId,
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

async function exchangeFacebook(parts: ConnectParts, { body, chooser }: Input): Promise<ConnectionResult> {
  const login = createLogin(parts);
  try {
    const app = loginAppOf(parts, 'facebook');
    const grant = await readFacebookGrant(login, { ...app, userToken: body.accessToken });
    if (!grant.ok) throw refusedByInstagram(grant);
    const outcome = await connectByFacebook(parts, { grant, chooser, pageId: body.instagramPageId });
    if (outcome.kind === 'choose') return { outcome: 'choose', ...outcome.choice };
    if (outcome.kind === 'problem') throw unprocessable(outcome.problem, problems[outcome.problem]);
    const { account, missing } = outcome;
    return {
      outcome: 'connected',
      instagramAccountId: account.instagramAccountId,
      instagramAccount: account,
      missingPermissions: missing,
    };
  } finally {
    await login.destroy();
  }
}

const problems = {
  missing_permissions: 'The token lacks permissions that are needed. Make one that holds all of them.',
  no_pages: 'The token opens no Page with an Instagram account. Link them at Facebook, or use another token.',
};
