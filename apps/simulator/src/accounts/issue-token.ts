import type { Simulation } from '../simulation';
import { allScopes, type Token } from './token';

const hourMs = 3_600_000;
export const shortTokenMs = hourMs;
export const longTokenMs = 60 * 24 * hourMs;

/** Adds a token: an hour for `short`, 60 days for `long`, unless `expiresInMs` says otherwise. */
export function issueToken(
  simulation: Simulation,
  input: {
    accountId: string;
    kind: Token['kind'];
    scopes?: readonly string[];
    expiresInMs?: number;
    value?: string;
  },
): Token {
  const { world, ids, clock } = simulation;
  const lifeMs = input.expiresInMs ?? (input.kind === 'long' ? longTokenMs : shortTokenMs);
  const token: Token = {
    value: input.value ?? ids.token(),
    accountId: input.accountId,
    kind: input.kind,
    scopes: [...(input.scopes ?? allScopes)],
    issuedAt: clock.now(),
    expiresAt: clock.now() + lifeMs,
    revokedSubcode: null,
  };
  world.tokens.set(token.value, token);
  return token;
}
