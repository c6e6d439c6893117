import type { Simulation } from '../simulation';
import { allScopes, facebookScopes, neverExpires, type Token } from './token';

const hourMs = 3_600_000;
export const shortTokenMs = hourMs;
export const longTokenMs = 60 * 24 * hourMs;

/** Adds a token: an hour for `short`, 60 days for `long`, no end for a Page's, unless `expiresInMs` says otherwise. */
export function issueToken(
  simulation: Simulation,
  input: {
    accountId: string;
    kind: Token['kind'];
    login?: Token['login'];
    /** A Facebook user's accounts. */
    accountIds?: readonly string[];
    scopes?: readonly string[];
    expiresInMs?: number;
    value?: string;
  },
): Token {
  const { world, ids, clock } = simulation;
  const login = input.login ?? 'instagram';
  const lifeMs = input.expiresInMs ?? (input.kind === 'long' ? longTokenMs : shortTokenMs);
  const isEndless = login === 'page' && input.expiresInMs === undefined;
  const token: Token = {
    value: input.value ?? ids.token(),
    login,
    accountId: input.accountId,
    accountIds: [...(input.accountIds ?? [])],
    kind: input.kind,
    scopes: [...(input.scopes ?? (login === 'instagram' ? allScopes : facebookScopes))],
    issuedAt: clock.now(),
    expiresAt: isEndless ? neverExpires : clock.now() + lifeMs,
    revokedSubcode: null,
  };
  world.tokens.set(token.value, token);
  return token;
}
