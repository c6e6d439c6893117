import type { GraphFailure } from '@instaflow/instagram';
import { nextIntervalMs, pauseAfterFailureMs } from './next-poll';

const minute = 60_000;
const usage = (percent: number, regainAccessMs = 0) => ({ percent, regainAccessMs });

describe('the time between polls', () => {
  it('grows from five to fifteen minutes while nothing comes, and falls back when something does', () => {
    const quiet = (intervalMs: number) => nextIntervalMs({ intervalMs, found: 0, usage: usage(0) });
    expect(quiet(5 * minute)).toBe(7.5 * minute);
    expect(quiet(quiet(5 * minute))).toBe(11.25 * minute);
    expect(quiet(14 * minute)).toBe(15 * minute);
    expect(nextIntervalMs({ intervalMs: 15 * minute, found: 1, usage: usage(74) })).toBe(5 * minute);
  });

  it('is the longest while the allowance runs low, whatever comes', () => {
    expect(nextIntervalMs({ intervalMs: 5 * minute, found: 9, usage: usage(75) })).toBe(15 * minute);
  });

  it.each<[GraphFailure['outcome'], number | null, number, number]>([
    ['throttled', null, 0, 15],
    ['throttled', 40 * minute, 0, 40],
    ['throttled', null, 90 * minute, 90],
    ['transient', 1_000, 0, 15],
    ['token', null, 0, 60],
    ['config', null, 0, 60],
  ])('after %s with %s and %s is %s minutes', (outcome, retryAfterMs, regainMs, minutes) => {
    const failure: GraphFailure = {
      ok: false,
      outcome,
      code: 'x',
      sentence: '',
      scope: 'account',
      retryAfterMs,
      retries: 0,
      graphCode: null,
      graphSubcode: null,
      traceId: null,
      httpStatus: null,
      usage: usage(0, regainMs),
    };
    expect(pauseAfterFailureMs(failure)).toBe(minutes * minute);
  });
});
