import { finishEffect, releaseEffect, type ClaimedEffect, type Database } from '@instaflow/db';
import { resultOfFailure } from '@instaflow/flow-engine';
import type { Jobs } from '@instaflow/jobs';
import type { Clock, Logger, OutboundClient } from '@instaflow/platform';
import { askFollowState, type ReadFollowState } from './ask-follow-state';
import { performCall, type PerformedCall } from './perform-call';
import { retryDelayMs } from './retry-delay';

export type CarryOutOptions = {
  dataSource: Database;
  jobs: Pick<Jobs, 'wake'>;
  clock: Clock;
  logger: Logger;
  http: OutboundClient;
  readFollowState?: ReadFollowState;
  newId: () => string;
  random: () => number;
};

export type CarriedOut = 'answered' | 'unanswered' | 'retried' | 'stopped' | 'lost';

/**
 * Carries a claimed effect out and ends it, puts it off for a retry, or gives it back when this process stops. A crash
 * anywhere here leaves it to whoever comes when the lease is over. Throws when the database cannot be written.
 */
export const carryOutEffect = async (
  options: CarryOutOptions,
  effect: ClaimedEffect,
  signal: AbortSignal,
): Promise<CarriedOut> => {
  const { dataSource, clock, logger } = options;
  const { key, lease, failures } = effect;
  const performed = await attempt(effect, { ...options, signal });
  if (performed.kind === 'stopped') {
    await releaseEffect(dataSource, { key, lease, dueAt: clock.now(), hasFailed: false });
    return 'stopped';
  }
  const { result, mayRetry, retryAfterMs = null, detail } = performed;
  if (result.outcome === 'unanswered') {
    logger.info({ effect: key, reason: result.reason, detail, mayRetry }, 'A call got no usable answer.');
  }
  if (mayRetry) {
    const delayMs = retryDelayMs({ failures: failures + 1, askedMs: retryAfterMs, random: options.random });
    const dueAt = clock.now() + delayMs;
    await releaseEffect(dataSource, { key, lease, dueAt, hasFailed: true });
    return 'retried';
  }
  const isAnswered = result.outcome === 'answered';
  const shard = await finishEffect(dataSource, {
    key,
    lease,
    status: isAnswered ? 'done' : 'failed',
    reason: result.reason,
    eventId: options.newId(),
    result,
    now: clock.now(),
  });
  if (shard === null) return 'lost';
  void options.jobs.wake('turns.wake', { shard });
  return isAnswered ? 'answered' : 'unanswered';
};

/** Whoever takes it so often without an end would be killed by it again. */
const maxInterruptions = 5;

const attempt = (
  effect: ClaimedEffect,
  context: Pick<CarryOutOptions, 'http' | 'readFollowState'> & { signal: AbortSignal },
): Promise<PerformedCall> => {
  const interruptions = effect.attempts - 1 - effect.failures;
  if (interruptions >= maxInterruptions) return Promise.resolve(giveUp(effect, 'interrupted'));
  switch (effect.kind) {
    case 'http_request':
      return performCall(effect, context);
    case 'read_follow_state':
      return askFollowState(effect, context.readFollowState);
    default:
      return Promise.resolve(giveUp(effect, 'not_supported'));
  }
};

const giveUp = ({ key }: ClaimedEffect, reason: string): PerformedCall => ({
  kind: 'performed',
  result: resultOfFailure(key, reason),
  mayRetry: false,
  detail: null,
});
