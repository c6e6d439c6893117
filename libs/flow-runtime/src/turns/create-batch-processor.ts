import {
  failTurn,
  isDatabaseUnavailable,
  loadTurns,
  type AppliedTurns,
  type Database,
  type LoadedTurn,
} from '@instaflow/db';
import type { Clock, Logger } from '@instaflow/platform';
import type { AccountCache } from '../accounts/create-account-cache';
import { applyPlanned } from './apply-planned';
import { createBatchPlanner, type TurnFailure } from './create-batch-planner';
import type { DecideTurn } from './decide-contact';
import { withProfile, type PreparedTurn } from './create-profile-hold';
import type { PlannedTurn } from './plan-turn';
import { shardOfContact } from './shard-of-contact';
import type { TurnMetrics } from './turn-metrics';

export type BatchOutcome = {
  /** Contacts dealt with. */
  processed: number;
  /** Whether messages were put into the outbox. */
  hasOutbound: boolean;
  /** Whether something was asked of the outside. */
  hasEffects: boolean;
  /** The earliest due time that was set, by shard; 0 where something arrived meanwhile. */
  dueAgain: ReadonlyMap<number, number>;
};

export type BatchProcessor = (turns: readonly PreparedTurn[]) => Promise<BatchOutcome>;

type BatchOptions = {
  dataSource: Database;
  clock: Clock;
  logger: Logger;
  metrics: TurnMetrics;
  accounts: AccountCache;
  decide: DecideTurn;
  newId: () => string;
  hasMail: boolean;
};

/**
 * Decides loaded contacts and applies all of them in one transaction. Contacts that changed meanwhile are loaded and
 * decided again. A contact that fails is put off and does not take the others with it. Throws only when
 * the database is not there.
 */
export const createBatchProcessor = (options: BatchOptions): BatchProcessor => {
  const { dataSource, clock, metrics } = options;
  const plan = createBatchPlanner(options);

  const process = async (turns: readonly PreparedTurn[], attempt: number): Promise<BatchOutcome> => {
    if (turns.length === 0)
      return { processed: 0, hasOutbound: false, hasEffects: false, dueAgain: new Map() };
    const { planned, reload, failures } = await plan(turns);
    const applied = await applyPlanned(dataSource, planned, clock.now());
    const failed = [...failures, ...applied.failures];
    for (const failure of failed) await putOff(options, turns, failure);

    const winners = new Set(applied.winners);
    const failedIds = new Set(failed.map(({ contactId }) => contactId));
    const lost = planned
      .filter(({ contactId, turns: [row] }) => row && !winners.has(contactId) && !failedIds.has(contactId))
      .map(({ contactId }) => contactId);
    metrics.turns.inc({ outcome: 'applied' }, winners.size);
    metrics.turns.inc({ outcome: 'conflict' }, lost.length);

    const contactIds = [...reload, ...lost];
    const outcome = summarize(planned, applied, winners);
    if (contactIds.length === 0) return { ...outcome, processed: turns.length };
    // Still due: the next look at the shard takes them up.
    if (attempt >= maxConflicts) {
      const dueAgain = earliestByShard(
        outcome.dueAgain,
        new Map(contactIds.map((id) => [shardOfContact(id), 0])),
      );
      return { ...outcome, dueAgain, processed: turns.length - contactIds.length };
    }
    const profiles = new Map(turns.map(({ contactId, profile }) => [contactId, profile]));
    const reloaded = await loadTurns(dataSource, contactIds);
    const rest = await process(
      reloaded.map((turn) => withProfile(turn, profiles.get(turn.contactId) ?? null)),
      attempt + 1,
    );
    return {
      processed: turns.length,
      hasOutbound: outcome.hasOutbound || rest.hasOutbound,
      hasEffects: outcome.hasEffects || rest.hasEffects,
      dueAgain: earliestByShard(outcome.dueAgain, rest.dueAgain),
    };
  };

  return (turns) => process(turns, 1);
};

const maxConflicts = 5;
const maxAttempts = 10;
const firstRetryMs = 1_000;
const lastRetryMs = 300_000;

const putOff = async (
  { dataSource, clock, logger, metrics }: BatchOptions,
  turns: readonly LoadedTurn[],
  { contactId, error }: TurnFailure,
): Promise<void> => {
  if (isFromDatabase(error) && isDatabaseUnavailable(error)) throw error;
  const attempts = turns.find((turn) => turn.contactId === contactId)?.attempts ?? 0;
  const now = clock.now();
  const retryAt = now + Math.min(firstRetryMs * 2 ** attempts, lastRetryMs);
  const isGivenUp = await failTurn(dataSource, { contactId, retryAt, maxAttempts, now });
  metrics.turns.inc({ outcome: isGivenUp ? 'given_up' : 'failed' });
  logger.error({ err: error, contactId, attempt: attempts + 1, isGivenUp }, 'A turn failed.');
};

const isFromDatabase = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'QueryFailedError' || Reflect.get(error, 'code') !== undefined);

const summarize = (
  planned: readonly PlannedTurn[],
  applied: AppliedTurns,
  winners: ReadonlySet<string>,
): Omit<BatchOutcome, 'processed'> => {
  const done = planned.filter(({ contactId, turns }) => turns.length === 0 || winners.has(contactId));
  const dueAgain = new Map<number, number>();
  for (const { contactId, wakeAt } of done) if (wakeAt !== null) addEarliest(dueAgain, contactId, wakeAt);
  for (const contactId of applied.moved) addEarliest(dueAgain, contactId, 0);
  return {
    hasOutbound: done.some(({ outbound }) => outbound.length > 0),
    hasEffects: done.some(({ effects }) => effects.length > 0),
    dueAgain,
  };
};

const addEarliest = (dues: Map<number, number>, contactId: string, dueAt: number): void => {
  const shard = shardOfContact(contactId);
  dues.set(shard, Math.min(dues.get(shard) ?? dueAt, dueAt));
};

const earliestByShard = (
  a: ReadonlyMap<number, number>,
  b: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> => {
  const merged = new Map(a);
  for (const [shard, dueAt] of b) merged.set(shard, Math.min(merged.get(shard) ?? dueAt, dueAt));
  return merged;
};
