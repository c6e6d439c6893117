import { issueToken, longTokenMs, shortTokenMs } from '../accounts/issue-token';
import type { Token } from '../accounts/token';
import type { Simulation } from '../simulation';
import { authenticate } from './authenticate';
import type { GraphAnswer, GraphCall, Params } from './graph-call';
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
  const code = world.authCodes.get(readText(params, 'code') ?? '');
  const isGood = code && code.expiresAt > clock.now() && code.redirectUri === params['redirect_uri'];
  if (!isGood) {
    throw new GraphError({ code: 100, subcode: 36009, message: 'This authorization code has been used.' });
  }
  world.authCodes.delete(code.code);
  return issueToken(simulation, { accountId: code.accountId, kind: 'short', scopes: code.scopes });
}

function lengthen(simulation: Simulation, params: Params): Token {
  const { token } = authenticate(simulation, readText(params, 'fb_exchange_token'));
  return issueToken(simulation, { accountId: token.accountId, kind: 'long', scopes: token.scopes });
}

/** GET /me/accounts: the Page of the account, with a Page token and the linked Instagram account. */
export function listPages(simulation: Simulation, call: GraphCall): GraphAnswer {
  const { account, token } = call;
  const pageToken = issueToken(simulation, { accountId: account.userId, kind: 'long', scopes: token.scopes });
  const page = {
    id: account.pageId,
    name: account.name,
    access_token: pageToken.value,
    tasks: ['MESSAGING', 'MODERATE', 'MANAGE'],
    instagram_business_account: { id: account.userId, username: account.username },
  };
  return { body: { data: [page], paging: { cursors: { before: 'MA', after: 'MA' } } } };
}

/** GET /debug_token?input_token=… */
export function debugToken(simulation: Simulation, call: GraphCall): GraphAnswer {
  const { world, clock, appId } = simulation;
  const value = readText(call.params, 'input_token');
  if (!value) throw refusals.badParameter('The parameter input_token is required');
  const token = world.tokens.get(value);
  const isValid = token !== undefined && token.revokedSubcode === null && token.expiresAt > clock.now();
  const expiresAt = Math.floor((token?.expiresAt ?? 0) / 1000);
  const data = {
    app_id: appId,
    is_valid: isValid,
    expires_at: expiresAt,
    data_access_expires_at: expiresAt,
    scopes: token?.scopes ?? [],
    user_id: world.accounts.get(token?.accountId ?? '')?.id,
  };
  return { body: { data } };
}
