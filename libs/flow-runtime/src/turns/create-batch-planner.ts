import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Database } from '@instaflow/db';
import type { Clock } from '@instaflow/platform';
import type { AccountCache } from '../accounts/create-account-cache';
import type { AccountContext } from '../accounts/to-account-context';
import type { PreparedTurn } from './create-profile-hold';
import { decideContact, type DecideTurn } from './decide-contact';
import { planTurn, type PlannedTurn } from './plan-turn';
import { settleEchoes, type SettledEchoes } from './settle-echoes';
import { splitEvents } from './split-events';

export type PlannedBatch = {
  planned: PlannedTurn[];
  /** Contacts that changed by what was found out about them: to be loaded again. */
  reload: string[];
  failures: TurnFailure[];
};

export type TurnFailure = { contactId: string; error: unknown };

/** Decides loaded contacts in memory, each for itself: one that fails does not touch the others. */
export const createBatchPlanner = (options: {
  dataSource: Database;
  clock: Clock;
  accounts: AccountCache;
  decide: DecideTurn;
  newId: () => string;
  /** Whether this installation can send mail. */
  hasMail: boolean;
}): ((turns: readonly PreparedTurn[]) => Promise<PlannedBatch>) => {
  const { dataSource, clock, decide, newId, hasMail } = options;

  const planOne = async (turn: PreparedTurn, context: AccountContext): Promise<PlannedTurn | null> => {
    const split = splitEvents(turn);
    const now = clock.now();
    const { echoes } = split;
    const settled = echoes.length === 0 ? noEchoes : await settleEchoes({ dataSource, turn, echoes, now });
    if (settled.isTakenOver) return null;
    const results = split.results.map(({ result }) => result);
    const decided = decideContact({
      turn,
      events: split.pending,
      results,
      context,
      now,
      newRunId: newId(),
      decide,
    });
    const { settings } = context.account;
    const echoRetryAt = settled.retryAt;
    const planned = planTurn({ turn, split, decided, echoRetryAt, settings, hasMail, now, newId });
    return { ...planned, events: [...planned.events, ...settled.events] };
  };

  return async (turns) => {
    const contexts = await loadContexts(options.accounts, turns);
    const batch: PlannedBatch = { planned: [], reload: [], failures: [] };
    let sliceBeganAt = performance.now();
    for (const turn of turns) {
      const { contactId } = turn;
      if (performance.now() - sliceBeganAt > longestSliceMs) {
        await yieldToOthers();
        sliceBeganAt = performance.now();
      }
      try {
        const context = contexts.get(turn.accountId);
        if (context === undefined) throw new Error('The account of a contact is gone.');
        const planned = await planOne(turn, context);
        if (planned === null) batch.reload.push(contactId);
        else batch.planned.push(planned);
      } catch (error) {
        batch.failures.push({ contactId, error });
      }
    }
    return batch;
  };
};

const loadContexts = (accounts: AccountCache, turns: readonly PreparedTurn[]) =>
  accounts.load({
    accounts: new Map(turns.map(({ accountId, revision }) => [accountId, revision])),
    flowVersionIds: turns.flatMap(({ run, events }) => [
      ...pinnedVersions(run),
      ...commandedVersions(events),
    ]),
  });

/** A retry may lead back into a flow the run has left. */
const commandedVersions = (events: PreparedTurn['events']): string[] =>
  events.flatMap(({ kind, event }) => (kind === 'run_command' ? pinnedVersions(event) : []));

/** Webhooks of the same process are to be acknowledged while a large batch is decided. */
const longestSliceMs = 4;

const noEchoes: SettledEchoes = { events: [], retryAt: null, isTakenOver: false };

/** Versions an open run may need, read without trust: what cannot be read fails later, for its contact alone. */
const pinnedVersions = (run: unknown): string[] => {
  if (typeof run !== 'object' || run === null) return [];
  const matches = JSON.stringify(run).matchAll(/"(?:rootFlowVersionId|flowVersionId)":"([0-9a-f-]{36})"/g);
  return [...new Set([...matches].flatMap(([, id]) => (id === undefined ? [] : [id])))];
};
