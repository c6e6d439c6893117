import type { GraphFailure } from '@instaflow/instagram';
import { decideRefresh } from './decide-refresh';
import { nextRefreshAt } from './next-refresh-at';

const day = 24 * 3_600_000;
const hour = 3_600_000;
const now = Date.UTC(2026, 5, 15);
const usage = { percent: 0, regainAccessMs: 0 };
const failure = (outcome: GraphFailure['outcome']): GraphFailure => ({
  ok: false,
  outcome,
  code: 'some_code',
  sentence: 'It did not work.',
  scope: 'account',
  retryAfterMs: null,
  retries: 0,
  graphCode: null,
  graphSubcode: null,
  traceId: null,
  httpStatus: null,
  usage,
});
const decide = (
  answer: Parameters<typeof decideRefresh>[0],
  due: { expiresAt?: number | null; attempts?: number } = {},
) => decideRefresh(answer, { due: { expiresAt: now + 30 * day, attempts: 1, ...due }, now, random: 0.5 });

describe('nextRefreshAt', () => {
  it.each([
    ['a week after it was issued', 60 * day, 7 * day],
    ['a week after, when no end is known', null, 7 * day],
    ['a week before a near end', 10 * day, 3 * day],
    ['but not within the first day', 5 * day, day],
  ])('is %s', (_name, life, expected) => {
    expect(nextRefreshAt({ issuedAt: now, expiresAt: life === null ? null : now + life })).toBe(
      now + expected,
    );
  });
});

describe('decideRefresh', () => {
  it('takes the new token and looks again in a week', () => {
    const answer = { ok: true as const, usage, token: 'new', expiresInMs: 60 * day };
    expect(decide(answer)).toEqual({
      renewed: { token: 'new', expiresAt: now + 60 * day },
      nextAt: now + 7 * day,
    });
  });

  it.each([
    [1, hour],
    [2, 2 * hour],
    [5, 16 * hour],
    [6, day],
    [1000, day],
  ])('waits after attempt %i with Instagram away', (attempts, pauseMs) => {
    expect(decide(failure('transient'), { attempts })).toEqual({ nextAt: now + pauseMs });
  });

  it('asks again the next day after another refusal', () => {
    expect(decide(failure('config'))).toEqual({ nextAt: now + day });
  });

  it('warns in the last week, and only then', () => {
    expect(decide(failure('transient'), { expiresAt: now + 7 * day }).warning).toBeUndefined();
    const { warning } = decide(failure('transient'), { expiresAt: now + 7 * day - 1 });
    expect(warning).toContain('ends on 2026-06-21');
    expect(warning).toContain('connect the account again');
  });

  it('ends the access when Instagram refuses the token or when it has expired', () => {
    expect(decide(failure('token')).errorReason).toBe('It did not work.');
    expect(decide(failure('transient'), { expiresAt: now }).errorReason).toContain('expired');
  });

  it('never warns about a token whose end nobody knows', () => {
    expect(decide(failure('config'), { expiresAt: null })).toEqual({ nextAt: now + day });
  });
});
