import type { AccountConsequence, ClaimedMessage, OutboundResult } from '@instaflow/db';
import type { GraphFailure, GraphUsage, OutcomeClass } from '@instaflow/instagram';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const maxAttempts = 5;
const retryBaseMs = 500;
const longestThrottleMs = 15 * minuteMs;
/** Short enough that nothing is stuck for a minute after Instagram can be reached again. */
const longestUnreachableMs = 30 * secondMs;
const accountBlockMs = 60 * minuteMs;
const threadRetryMs = 10 * minuteMs;
/** An echo usually settles the matter before the conversation has to be read. */
export const firstLookMs = 10 * secondMs;

export type Attempt = Pick<
  ClaimedMessage,
  'id' | 'lease' | 'accountId' | 'attempts' | 'throttleCount' | 'sealedToken'
>;

export type Outcome = {
  result: OutboundResult;
  account: AccountConsequence | null;
  /** Somebody has to know: the account stopped working. */
  alert: string | null;
};

type Consequence = {
  result: Omit<OutboundResult, 'id' | 'lease'>;
  account?: Omit<AccountConsequence, 'accountId'> & { isAboutAll?: boolean };
  isAlert?: boolean;
};
type Decide = (failure: GraphFailure, attempt: Attempt, random: number) => Consequence;

const fail: Decide = () => ({ result: { status: 'failed' } });
const wait = (delayMs: number): Consequence['result'] => ({ status: 'queued', delayMs });
const waitForFree: Consequence['result'] = { status: 'queued', delayMs: 0, isFree: true };
/** Until somebody has done something, or for long: people who look at the message are told. */
const waitAndTell: Consequence['result'] = { ...waitForFree, isShown: true };

const byClass: Record<OutcomeClass, Decide> = {
  throttled: ({ scope, retryAfterMs, code }) =>
    scope === 'person'
      ? { result: { ...waitAndTell, delayMs: longestThrottleMs } }
      : {
          result: waitForFree,
          account: {
            throttleMs: retryAfterMs ?? 0,
            mostMs: longestThrottleMs,
            blockReason: code,
            isAboutAll: scope === 'app',
          },
        },
  not_sent: ({ code }) => ({
    result: waitForFree,
    account: { throttleMs: 0, mostMs: longestUnreachableMs, blockReason: code },
  }),
  transient: (_failure, { attempts }, random) =>
    attempts < maxAttempts
      ? { result: wait(retryBaseMs * 2 ** (attempts - 1) * (0.75 + random / 2)) }
      : { result: { status: 'failed' } },
  token: ({ sentence }, { sealedToken }) => ({
    result: waitAndTell,
    account: { tokens: 1, errorReason: sentence, sealedToken },
    isAlert: true,
  }),
  account_blocked: ({ sentence, code }) => ({
    result: waitAndTell,
    account: {
      throttleMs: accountBlockMs,
      mostMs: accountBlockMs,
      blockReason: code,
      statusReason: sentence,
    },
    isAlert: true,
  }),
  thread_owner: (_failure, { attempts }) =>
    attempts < maxAttempts
      ? { result: { ...wait(threadRetryMs), isShown: true } }
      : { result: { status: 'failed' } },
  content: ({ retries }, { attempts }) =>
    attempts <= retries ? { result: wait(2 * secondMs) } : { result: { status: 'failed' } },
  ambiguous: () => ({ result: { status: 'uncertain', delayMs: firstLookMs } }),
  person_unavailable: fail,
  outside_window: fail,
  comment: fail,
  config: fail,
  consent: fail,
};

/** What follows from a refused or broken attempt, for the message and for its account. `random` is in [0, 1). */
export const decideFailure = (failure: GraphFailure, attempt: Attempt, random: number): Outcome => {
  const { result, account, isAlert } = byClass[failure.outcome](failure, attempt, random);
  return {
    result: {
      id: attempt.id,
      lease: attempt.lease,
      code: failure.code,
      message: failure.sentence,
      ...result,
    },
    account: account ? consequenceOf(account, attempt.accountId) : null,
    alert: isAlert ? failure.code : null,
  };
};

const consequenceOf = (
  { isAboutAll, ...account }: NonNullable<Consequence['account']>,
  accountId: string,
): AccountConsequence => ({ accountId: isAboutAll ? null : accountId, ...account });

/** What follows from a message Instagram took: it is sent, and the account slows down near its limits. */
export const decideSuccess = (mid: string, usage: GraphUsage, attempt: Attempt): Outcome => ({
  result: { id: attempt.id, lease: attempt.lease, status: 'sent', mid },
  account: accountAfterSuccess(usage, attempt),
  alert: null,
});

const accountAfterSuccess = (
  { percent, regainAccessMs }: GraphUsage,
  { accountId, throttleCount }: Attempt,
): AccountConsequence | null => {
  if (percent >= 100 || regainAccessMs > 0) {
    const throttleMs = regainAccessMs || minuteMs;
    return { accountId, throttleMs, mostMs: longestThrottleMs, blockReason: 'usage_exhausted' };
  }
  // A send costs more tokens the nearer the limit is: half the speed from 80 %, a tenth from 90 %.
  const tokens = percent >= 90 ? -9 : percent >= 80 ? -1 : 0;
  const isHealthy = throttleCount > 0;
  return tokens !== 0 || isHealthy ? { accountId, tokens, isHealthy } : null;
};
