import type { Account } from '../accounts/account';
import type { Token } from '../accounts/token';
import type { Simulation } from '../simulation';
import { refusals } from './refusals';

/** The token and account of a call, or code 190. Comes before any look at the path, as with Meta. */
export function authenticate(
  simulation: Simulation,
  value: string | undefined,
): { token: Token; account: Account } {
  const { world, clock } = simulation;
  const token = value ? world.tokens.get(value) : undefined;
  const account = token && world.accounts.get(token.accountId);
  if (!token || !account) throw refusals.badToken(world.switches);
  if (token.revokedSubcode !== null) throw refusals.deadToken(world.switches, token.revokedSubcode);
  if (token.expiresAt <= clock.now()) throw refusals.deadToken(world.switches, 463);
  return { token, account };
}

export type Scope = 'basic' | 'manage_messages' | 'manage_comments';

/** Both logins name their scopes differently but end alike (`instagram_business_basic`, `instagram_basic`). */
export function requireScope(token: Token, scope: Scope): void {
  if (!token.scopes.some((granted) => granted.endsWith(`_${scope}`))) {
    throw refusals.missingScope(`instagram_business_${scope}`);
  }
}
