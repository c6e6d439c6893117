import type { InstagramAccount } from '@instaflow/contracts';
import type { Tone } from '@instaflow/ui';

export type HealthState = 'connected' | 'paused' | 'error' | 'disconnected';
export type TokenState = 'forever' | 'valid' | 'endsSoon' | 'ended';

const soonMs = 7 * 86_400_000;

export const healthTones: Record<HealthState, Tone> = {
  connected: 'success',
  paused: 'warning',
  error: 'danger',
  disconnected: 'neutral',
};

/** The one word for how an account is; a broken connection outweighs a pause. */
export function healthOf({ status, pausedAt }: Pick<InstagramAccount, 'status' | 'pausedAt'>): HealthState {
  if (status !== 'connected') return status;
  return pausedAt ? 'paused' : 'connected';
}

export type Trouble = 'error' | 'tokenEnded' | 'tokenEndsSoon' | 'told';

/** What somebody should look into; null when nothing. A pause is wanted, and so is a disconnection without a reason. */
export function findTrouble(
  account: Pick<InstagramAccount, 'status' | 'statusReason' | 'tokenExpiresAt'>,
  nowMs: number,
): Trouble | null {
  if (account.status === 'disconnected') return account.statusReason === null ? null : 'told';
  if (account.status === 'error') return 'error';
  const token = tokenStateOf(account.tokenExpiresAt, nowMs);
  if (token === 'ended') return 'tokenEnded';
  if (token === 'endsSoon') return 'tokenEndsSoon';
  return account.statusReason === null ? null : 'told';
}

/** How long the access token holds; the last week counts as soon. */
export function tokenStateOf(tokenExpiresAt: string | null, nowMs: number): TokenState {
  if (tokenExpiresAt === null) return 'forever';
  const leftMs = new Date(tokenExpiresAt).getTime() - nowMs;
  if (leftMs <= 0) return 'ended';
  return leftMs < soonMs ? 'endsSoon' : 'valid';
}
