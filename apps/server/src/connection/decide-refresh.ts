import type { DueToken, TokenRefresh } from '@instaflow/db';
import type { GraphResult, LongLivedToken } from '@instaflow/instagram';
import { nextRefreshAt } from './next-refresh-at';
import { isPassing } from './refused-by-instagram';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const warnMs = 7 * dayMs;

type Decision = Pick<TokenRefresh, 'nextAt' | 'errorReason' | 'warning'> & {
  renewed?: { token: string; expiresAt: number };
};

/**
 * What an answer to a renewal means: the next one's time, the end of the account's access, or a warning in its last week.
 * Instagram away: from an hour on, doubling, at most a day. Any other refusal is asked again the next day. `random` in [0, 1).
 */
export function decideRefresh(
  answer: GraphResult<LongLivedToken>,
  { due, now, random }: { due: Pick<DueToken, 'expiresAt' | 'attempts'>; now: number; random: number },
): Decision {
  if (answer.ok) {
    const expiresAt = now + answer.expiresInMs;
    return {
      renewed: { token: answer.token, expiresAt },
      nextAt: nextRefreshAt({ issuedAt: now, expiresAt }),
    };
  }
  const { expiresAt, attempts } = due;
  const doubled = hourMs * 2 ** Math.min(attempts - 1, 10);
  const pauseMs = isPassing(answer) ? Math.min(dayMs, doubled) : dayMs;
  const nextAt = now + Math.round(pauseMs * (0.75 + random * 0.5));
  if (expiresAt !== null && expiresAt <= now) return { nextAt, errorReason: expired };
  if (answer.outcome === 'token') return { nextAt, errorReason: answer.sentence };
  if (expiresAt === null || expiresAt - now >= warnMs) return { nextAt };
  const day = new Date(expiresAt).toISOString().slice(0, 10);
  return {
    nextAt,
    warning: `The access to Instagram ends on ${day} and could not be renewed. ${answer.sentence} Otherwise connect the account again before that day.`,
  };
}

const expired = 'The access to Instagram has expired. Connect the account again.';
