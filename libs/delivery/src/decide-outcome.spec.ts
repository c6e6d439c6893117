import type { GraphFailure, OutcomeClass } from '@instaflow/instagram';
import { decideFailure, decideSuccess, type Attempt } from './decide-outcome';
import { mergeConsequences } from './merge-consequences';

const attempt = (attempts = 1, throttleCount = 0): Attempt => ({
  id: 'm',
  lease: 'l',
  accountId: 'a',
  attempts,
  throttleCount,
  sealedToken: 'sealed',
});
const failure = (outcome: OutcomeClass, rest: Partial<GraphFailure> = {}): GraphFailure => ({
  ok: false,
  outcome,
  code: 'code',
  sentence: 'Sentence.',
  scope: 'account',
  retryAfterMs: null,
  retries: 0,
  graphCode: null,
  graphSubcode: null,
  traceId: null,
  httpStatus: 400,
  usage: { percent: 0, regainAccessMs: 0 },
  ...rest,
});

describe('decideFailure', () => {
  it.each<OutcomeClass>(['person_unavailable', 'outside_window', 'comment', 'config', 'consent', 'content'])(
    'ends a message on %s',
    (outcome) => {
      expect(decideFailure(failure(outcome), attempt(), 0)).toEqual({
        result: { id: 'm', lease: 'l', status: 'failed', code: 'code', message: 'Sentence.' },
        account: null,
        alert: null,
      });
    },
  );

  it('doubles the pause of transient faults, with jitter, and gives up at the fifth attempt', () => {
    const delays = [1, 2, 3, 4].map(
      (n) => decideFailure(failure('transient'), attempt(n), 0.5).result.delayMs,
    );
    expect(delays).toEqual([500, 1_000, 2_000, 4_000]);
    expect(decideFailure(failure('transient'), attempt(1), 0).result.delayMs).toBe(375);
    expect(decideFailure(failure('transient'), attempt(5), 0).result.status).toBe('failed');
  });

  it('does not count an attempt that was throttled, and names the account or the whole app', () => {
    const own = decideFailure(failure('throttled', { retryAfterMs: 420_000 }), attempt(9), 0);
    expect(own.result).toMatchObject({ status: 'queued', isFree: true });
    expect(own.account).toMatchObject({ accountId: 'a', throttleMs: 420_000, mostMs: 900_000 });
    expect(decideFailure(failure('throttled', { scope: 'app' }), attempt(), 0).account?.accountId).toBeNull();
  });

  it('stops only the messages to one person when the throttle is about that person', () => {
    expect(decideFailure(failure('throttled', { scope: 'person' }), attempt(), 0)).toMatchObject({
      result: { status: 'queued', isFree: true, delayMs: 900_000 },
      account: null,
    });
  });

  it('marks the account whose token died, by the token that was used', () => {
    expect(decideFailure(failure('token'), attempt(), 0)).toMatchObject({
      result: { status: 'queued', isFree: true },
      account: { accountId: 'a', errorReason: 'Sentence.', sealedToken: 'sealed' },
      alert: 'code',
    });
  });

  it('never repeats what may have arrived', () => {
    expect(decideFailure(failure('ambiguous'), attempt(), 0).result).toMatchObject({
      status: 'uncertain',
      delayMs: 10_000,
    });
  });

  it('tries a media file again exactly as often as it may', () => {
    const media = failure('content', { retries: 1 });
    expect(decideFailure(media, attempt(1), 0).result.status).toBe('queued');
    expect(decideFailure(media, attempt(2), 0).result.status).toBe('failed');
  });
});

describe('decideSuccess', () => {
  it.each([
    [0, null],
    [79, null],
    [80, { accountId: 'a', tokens: -1, isHealthy: false }],
    [90, { accountId: 'a', tokens: -9, isHealthy: false }],
    [100, { accountId: 'a', throttleMs: 60_000, mostMs: 900_000, blockReason: 'usage_exhausted' }],
  ])('at %i %% of the allowance slows the account down', (percent, account) => {
    expect(decideSuccess('mid', { percent, regainAccessMs: 0 }, attempt()).account).toEqual(account);
  });

  it('ends a series of throttles', () => {
    expect(decideSuccess('mid', { percent: 0, regainAccessMs: 0 }, attempt(1, 3)).account).toMatchObject({
      isHealthy: true,
    });
  });
});

describe('mergeConsequences', () => {
  it('adds tokens up, keeps the longest block, and lets trouble outrank recovery', () => {
    const merged = mergeConsequences([
      { accountId: 'a', tokens: 1, isHealthy: true },
      { accountId: 'a', throttleMs: 5, mostMs: 10, blockReason: 'x' },
      { accountId: 'a', tokens: 2, throttleMs: 3, mostMs: 9, blockReason: 'y' },
      { accountId: 'b', isHealthy: true },
    ]);
    expect(merged).toMatchObject([
      { accountId: 'a', tokens: 3, throttleMs: 5, mostMs: 10, blockReason: 'x', isHealthy: false },
      { accountId: 'b', isHealthy: true },
    ]);
  });
});
