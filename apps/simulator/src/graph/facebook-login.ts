import { facebookUser } from '../accounts/facebook-user';
import { issueToken, longTokenMs, shortTokenMs } from '../accounts/issue-token';
import { neverExpires, type Token } from '../accounts/token';
import type { Simulation } from '../simulation';
import { authenticate } from './authenticate';
import type { GraphAnswer, Params } from './graph-call';
import { GraphError } from './graph-error';
import { readText } from './read-params';
import { refusals } from './refusals';

/** GET /oauth/access_token: Facebook Login's code exchange and `fb_exchange_token`. */
export function facebookLogin(simulation: Simulation, params: Params): GraphAnswer {
  const { world, appId } = simulation;
  if (params['client_id'] !== appId)
    throw new GraphError({ code: 101, message: 'Error validating application.' });
  if (params['client_secret'] !== world.webhook.appSecret) {
    throw new GraphError({ code: 1, message: 'Error validating client secret.' });
  }
  const isExchange = params['grant_type'] === 'fb_exchange_token';
  const token = isExchange ? lengthen(simulation, params) : redeemCode(simulation, params);
  const lifeMs = isExchange ? longTokenMs : shortTokenMs;
  return { body: { access_token: token.value, token_type: 'bearer', expires_in: lifeMs / 1000 } };
}

function redeemCode(simulation: Simulation, params: Params): Token {
  const { world, clock } = simulation;
  const code = world.authCodes.get((readText(params, 'code') ?? '').replace(/#_=_$/, ''));
  if (code?.login !== 'facebook') throw refuseCode(36009, 'This authorization code has been used.');
  if (code.expiresAt <= clock.now()) throw refuseCode(36007, 'This authorization code has expired.');
  if (code.redirectUri !== params['redirect_uri']) {
    throw refuseCode(
      36008,
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
    );
  }
  world.authCodes.delete(code.code);
  const { login, accountId, accountIds, scopes } = code;
  return issueToken(simulation, { login, accountId, accountIds, scopes, kind: 'short' });
}

function refuseCode(subcode: number, message: string): GraphError {
  return new GraphError({ code: 100, subcode, message });
}

function lengthen(simulation: Simulation, params: Params): Token {
  const { token } = authenticate(simulation, readText(params, 'fb_exchange_token'));
  const { login, accountId, accountIds, scopes } = token;
  return issueToken(simulation, { login, accountId, accountIds, scopes, kind: 'long' });
}

/** GET /debug_token?input_token=… with the token of the app (`id|secret`), or that of one of its users. */
export function debugToken(
  simulation: Simulation,
  params: Params,
  tokenValue: string | undefined,
): GraphAnswer {
  const { world, clock, appId } = simulation;
  if (tokenValue !== `${appId}|${world.webhook.appSecret}`) authenticate(simulation, tokenValue);
  const value = readText(params, 'input_token');
  if (!value) throw refusals.badParameter('The parameter input_token is required');
  const token = world.tokens.get(value);
  const isValid = token !== undefined && token.revokedSubcode === null && token.expiresAt > clock.now();
  const known = token ? describeToken(simulation, token) : { scopes: [] };
  return { body: { data: { app_id: appId, is_valid: isValid, ...known } } };
}

function describeToken({ world }: Simulation, token: Token): Record<string, unknown> {
  const account = world.accounts.get(token.accountId);
  const isPage = token.login === 'page';
  return {
    type: isPage ? 'PAGE' : 'USER',
    // Meta writes 0 for "never".
    expires_at: token.expiresAt === neverExpires ? 0 : Math.floor(token.expiresAt / 1000),
    data_access_expires_at: Math.floor((token.issuedAt + 90 * dayMs) / 1000),
    scopes: token.scopes,
    user_id: token.login === 'instagram' ? account?.id : facebookUser.id,
    profile_id: isPage ? account?.pageId : undefined,
  };
}

const dayMs = 24 * 3_600_000;
