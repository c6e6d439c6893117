import { claimTokenRefreshes, finishTokenRefreshes, type DueToken, type TokenRefresh } from '@instaflow/db';
import { tokenIdentity } from '@instaflow/delivery';
import type { Dependencies } from '../dependencies';
import { decideRefresh } from './decide-refresh';

export type RefreshParts = Pick<Dependencies, 'engineSource' | 'graph' | 'keyRing' | 'clock' | 'log'>;

/** Asked of Instagram at the same time; each is another account. */
const batchSize = 50;
/** More than all answers of a batch may take. */
const leaseMs = 300_000;
const hourMs = 3_600_000;

/**
 * Renews every token that is due, batch by batch, until none is left or `isStopped`. A token belongs to one process at a
 * time; one that died with it comes again after the lease. Answers how many were dealt with.
 */
export async function refreshTokens(parts: RefreshParts, isStopped = () => false): Promise<number> {
  const { engineSource, clock } = parts;
  let count = 0;
  for (let hasMore = true; hasMore && !isStopped();) {
    const due = await claimTokenRefreshes(engineSource, { now: clock.now(), leaseMs, limit: batchSize });
    if (due.length > 0) {
      const refreshes = await Promise.all(due.map((token) => refreshToken(parts, token)));
      count += await finishTokenRefreshes(engineSource, { refreshes, now: clock.now() });
    }
    hasMore = due.length === batchSize;
  }
  return count;
}

/** Renews one token; what becomes of it is not stored yet. Does not throw. */
export async function refreshToken(
  { graph, keyRing, clock, log }: Omit<RefreshParts, 'engineSource'>,
  due: DueToken,
): Promise<TokenRefresh> {
  const { accountId, sealedToken } = due;
  const identity = tokenIdentity(accountId);
  let token: string;
  try {
    token = keyRing.open(sealedToken, identity);
  } catch (error) {
    // A key is missing: the tokens stay as they are until it is back.
    log.error({ err: error, accountId }, 'A token cannot be decrypted, so it is not renewed.');
    return { accountId, sealedToken, nextAt: clock.now() + hourMs };
  }
  const answer = await graph.refreshToken({ token });
  if (!answer.ok) log.warn({ accountId, code: answer.code }, 'A token was not renewed.');
  const { renewed, ...rest } = decideRefresh(answer, { due, now: clock.now(), random: Math.random() });
  if (renewed === undefined) return { accountId, sealedToken, ...rest };
  const newSealedToken = keyRing.seal(renewed.token, identity);
  return { accountId, sealedToken, newSealedToken, expiresAt: renewed.expiresAt, ...rest };
}
