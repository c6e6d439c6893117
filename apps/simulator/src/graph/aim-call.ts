import type { Account } from '../accounts/account';
import { facebookUser } from '../accounts/facebook-user';
import type { Token } from '../accounts/token';
import type { World } from '../state/world';
import type { GraphCall } from './graph-call';
import type { RawGraphCall } from './perform-graph-call';
import type { MediaTroubles } from './send/fetch-media';

/** Finds what the first path part names: the caller, one of their Pages, an account, or any other object. */
export function aimCall(
  world: World,
  raw: RawGraphCall,
  by: { token: Token; account: Account; mediaTroubles: MediaTroubles },
): GraphCall {
  const [first = '', edge = ''] = raw.parts;
  const account = by.token.login === 'facebook' ? findOwnAccount(world, by.token, first) : null;
  const called = account ?? by.account;
  const via = findVia(by.token, called, first);
  return {
    method: raw.method,
    node: via === 'object' ? first : called.userId,
    via,
    edge,
    params: raw.params,
    token: by.token,
    account: called,
    mediaTroubles: by.mediaTroubles,
  };
}

function findVia(token: Token, account: Account, first: string): GraphCall['via'] {
  if (first === account.userId) return 'account';
  if (token.login === 'instagram') return first === 'me' || first === account.id ? 'account' : 'object';
  if (first === account.pageId) return 'page';
  if (token.login === 'page') return first === 'me' ? 'page' : 'object';
  return first === 'me' || first === facebookUser.id ? 'facebook_user' : 'object';
}

/** A Facebook user's token reaches several accounts: the one that the address, or its owner, names. */
function findOwnAccount(world: World, token: Token, first: string): Account | null {
  const owner = world.media.get(first)?.accountId ?? world.comments.get(first)?.accountId;
  for (const id of token.accountIds) {
    const account = world.accounts.get(id);
    if (account && [account.pageId, account.userId].includes(first)) return account;
    if (account && owner === id) return account;
  }
  return null;
}
