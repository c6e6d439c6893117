import type { LoadedTurn } from '@instaflow/db';
import type { RunState, TurnDecision } from '@instaflow/flow-engine';
import type { DecidedContact } from './decide-contact';
import { earliest } from './earliest';

/**
 * When the contact is due next (epoch milliseconds), null when only something that arrives can go on. Never now without
 * progress: a turn that consumed nothing waits a second, so that no decision can spin.
 */
export const wakeAtAfter = (input: {
  turn: LoadedTurn;
  decided: DecidedContact;
  echoRetryAt: number | null;
  now: number;
}): number | null => {
  const { turn, decided, now } = input;
  const { decision } = decided;
  const run = decision?.kind === 'turn' ? decision.run : decided.run;
  const heldUntil = decision?.kind === 'turn' ? decision.heldUntil : null;
  return earliest(
    input.echoRetryAt,
    dueOfRun(run, { now, outcomeAt: heldUntil ?? now }),
    decision && dueOfDecision(turn, decision, now),
  );
};

const idlePauseMs = 1_000;

/** How many events one load brings at most; there may be more behind them. */
const loadLimit = 200;

/** Delivery wakes a run that waits for the outcome of a message; this is for the wake-up that never came. */
const outcomePollMs = 30_000;

const dueOfDecision = (turn: LoadedTurn, decision: TurnDecision, now: number): number | null => {
  if (decision.kind === 'wait') return Math.max(decision.until, now + 1);
  const { consumed, trace, nextWakeAt } = decision;
  if (consumed.length > 0 && turn.events.length >= loadLimit) return now;
  if (nextWakeAt === null || consumed.length > 0 || trace.length > 0) return nextWakeAt;
  return Math.max(nextWakeAt, now + idlePauseMs);
};

/** `outcomeAt`: before it nothing becomes of the message of this turn. */
const dueOfRun = (
  run: RunState | null,
  { now, outcomeAt }: { now: number; outcomeAt: number },
): number | null => {
  if (run?.status !== 'waiting') return null;
  if (run.waitingFor?.kind === 'effect') return outcomeAt + outcomePollMs;
  return run.wakeAt !== null && run.wakeAt > now ? run.wakeAt : null;
};
