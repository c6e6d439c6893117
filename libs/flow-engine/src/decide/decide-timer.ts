import { advanceRun } from '../advance-run';
import { endRun, isEnded } from '../run/run-transitions';
import type { RunState } from '../run-state';
import type { TurnInput } from '../turn';
import { ignore } from './decide-lone-event';
import { findBlock } from './find-block';
import { isFlowPaused } from './is-flow-paused';
import type { PendingEvents } from './utterance';
import { choose, reject, type Candidates, type Verdict } from './verdict';
import { walkEnvironment } from './walk-environment';

/** How often a run whose time has come looks again whether its account or flow still pauses. */
export const retryWhilePausedMs = 60_000;

/** Whether the run's time has come; an answer written before a time-out counts, though it is handled after it. */
export function isTimerDue({ run, now, timerDue }: TurnInput, { utterances }: PendingEvents): boolean {
  if (!timerDue || !run || isEnded(run) || run.wakeAt === null || run.wakeAt > now) return false;
  const { wakeAt } = run;
  const hasAnswer =
    run.waitingFor?.kind === 'input' &&
    utterances.some(({ kind, events }) => kind === 'message' && events.some(({ at }) => at <= wakeAt));
  return !hasAnswer;
}

export type Pause = { reason: string; retryAt: number };

/** What keeps a run whose time has come where it is, when the trace has said so already; null otherwise. */
export function findKnownPause(input: TurnInput, run = input.run): Pause | null {
  if (!run || run.heldBy === undefined) return null;
  const pause = findPause(input, run);
  return pause?.reason === run.heldBy ? pause : null;
}

/** Moves a run on whose wait or time-out is over; not while something pauses it, which the run remembers. */
export function decideTimer(input: TurnInput, candidates: Candidates): Verdict {
  const { run, now, contact } = input;
  const untouched = ignore(input)('timer');
  if (!run) return untouched;
  const environment = walkEnvironment(input, null);
  const source = environment.findVersion(run.flowVersionId);
  const about = { id: run.runId, name: source?.name ?? null };
  const pause = findPause(input, run);
  if (pause) {
    reject(candidates, 'timer', pause.reason, about);
    const isLeaving = pause.reason === 'opted_out';
    return {
      ...untouched,
      run: isLeaving ? endRun(run, 'cancelled', 'opted_out', now) : { ...run, heldBy: pause.reason },
    };
  }
  choose(candidates, 'timer', run.waitingFor?.kind === 'timer' ? 'wait_is_over' : 'no_reply', about);
  return { ...untouched, ...advanceRun({ ...environment, run, contact, input: { kind: 'timer' } }) };
}

function findPause(input: TurnInput, run: RunState): Pause | null {
  const block = findBlock(input);
  const retryAt = input.now + retryWhilePausedMs;
  if (block?.reason === 'contact_paused') {
    return { reason: block.reason, retryAt: input.conversation.automationPausedUntil ?? retryAt };
  }
  if (block) return { reason: block.reason, retryAt };
  return isFlowPaused(run, input.findVersion) ? { reason: 'flow_paused', retryAt } : null;
}
