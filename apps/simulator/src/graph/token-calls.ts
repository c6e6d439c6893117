import { issueToken, longTokenMs } from '../accounts/issue-token';
import type { AuthCode, Token } from '../accounts/token';
import type { Simulation } from '../simulation';
import { authenticate, requireScope } from './authenticate';
import { debugToken, facebookLogin } from './facebook-login';
import type { GraphAnswer, Params } from './graph-call';
import { GraphError } from './graph-error';
import { LoginError } from './login-error';
import { readText } from './read-params';
import { refusals } from './refusals';

const minRefreshAgeMs = 24 * 3_600_000;
/** A real answer of Meta is some seconds short of 60 days. */
const longTokenSeconds = longTokenMs / 1000 - 57;

type TokenCall = (simulation: Simulation, params: Params, tokenValue: string | undefined) => GraphAnswer;

/** Calls that need no token of an account, or look at it themselves. By method and path. */
export const tokenCalls: Record<string, TokenCall | undefined> = {
  'POST oauth/access_token': exchangeCode,
  'GET access_token': (simulation, params) => answerToken(lengthen(simulation, params)),
  'GET refresh_access_token': (simulation, params) => answerToken(refresh(simulation, params)),
  'GET oauth/access_token': facebookLogin,
  'GET debug_token': debugToken,
};

function exchangeCode(simulation: Simulation, params: Params): GraphAnswer {
  const { world, appId } = simulation;
  if (params['client_id'] !== appId) throw new LoginError('Invalid platform app');
  if (params['client_secret'] !== world.webhook.appSecret) {
    throw new LoginError('Error validating client secret.');
  }
  if (params['grant_type'] !== 'authorization_code') throw new LoginError('Invalid grant_type');
  const code = takeCode(simulation, params);
  const account = world.accounts.get(code.accountId);
  if (!account) throw new LoginError('Matching code was not found or was already used');
  const token = issueToken(simulation, { accountId: code.accountId, kind: 'short', scopes: code.scopes });
  const { tokenWrapped, userIdAsNumber } = world.switches;
  const base = { access_token: token.value, user_id: account.id };
  const body = tokenWrapped
    ? { data: [{ ...base, permissions: token.scopes.join(',') }] }
    : { ...base, permissions: token.scopes };
  // A number beyond 2^53 cannot pass through a JavaScript number, so it is put in as text.
  const json = JSON.stringify(body).replace(`"user_id":"${account.id}"`, `"user_id":${account.id}`);
  return { body: userIdAsNumber ? Buffer.from(json) : body };
}

function takeCode({ world, clock }: Simulation, params: Params): AuthCode {
  const code = world.authCodes.get((readText(params, 'code') ?? '').replace(/#_$/, ''));
  if (code?.login !== 'instagram' || code.expiresAt <= clock.now()) {
    throw new LoginError('Matching code was not found or was already used');
  }
  if (params['redirect_uri'] !== code.redirectUri) {
    throw new LoginError(
      'Error validating verification code. Please make sure your redirect_uri is identical',
    );
  }
  world.authCodes.delete(code.code);
  return code;
}

function lengthen(simulation: Simulation, params: Params): Token {
  const { token } = authenticate(simulation, readText(params, 'access_token'));
  requireGrant(params, 'ig_exchange_token');
  if (token.login !== 'instagram') throw refusals.badToken(simulation.world.switches);
  if (params['client_secret'] !== simulation.world.webhook.appSecret) {
    throw new GraphError({ code: 101, message: 'Error validating client secret.' });
  }
  if (token.kind !== 'short') throw refusals.badParameter('The access token is long-lived already');
  return issueToken(simulation, { accountId: token.accountId, kind: 'long', scopes: token.scopes });
}

function refresh(simulation: Simulation, params: Params): Token {
  const { token } = authenticate(simulation, readText(params, 'access_token'));
  requireGrant(params, 'ig_refresh_token');
  if (token.login !== 'instagram') throw refusals.badToken(simulation.world.switches);
  requireScope(token, 'basic');
  if (token.kind !== 'long') throw refusals.badParameter('Only a long-lived access token can be refreshed');
  if (simulation.clock.now() - token.issuedAt < minRefreshAgeMs) {
    throw refusals.badParameter('The access token must be at least 24 hours old to be refreshed');
  }
  return issueToken(simulation, { accountId: token.accountId, kind: 'long', scopes: token.scopes });
}

function requireGrant(params: Params, grantType: string): void {
  if (params['grant_type'] !== grantType)
    throw refusals.badParameter(`Param grant_type must be ${grantType}`);
}

function answerToken(token: Token): GraphAnswer {
  return { body: { access_token: token.value, token_type: 'bearer', expires_in: longTokenSeconds } };
}
