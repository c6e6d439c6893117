import type { ContactSnapshot } from './contact-snapshot';
import type { Effect } from './effect';
import type { InboundEvent } from './inbound-event';
import { isCallResult, type EffectResult, type RunInput } from './run-input';
import type { RunState } from './run-state';
import { buildReply } from './run/build-reply';
import { failRun } from './run/fail-run';
import { matchReply } from './run/match-reply';
import { openPrivateReply } from './run/open-private-reply';
import { goOn, resumeRun, standAt } from './run/resume-run';
import { isEnded } from './run/run-transitions';
import { takeCommand } from './run/take-command';
import { walk } from './run/walk';
import type { WalkEnvironment, WalkState } from './run/walk-state';
import type { TraceStep } from './trace-step';

export type AdvanceRunInput = WalkEnvironment & { run: RunState; input: RunInput; contact: ContactSnapshot };

export type AdvancedRun = { run: RunState; contact: ContactSnapshot; effects: Effect[]; trace: TraceStep[] };

/**
 * Moves a run on by one input until it waits or ends. Pure: the same input gives the same run, effects and keys.
 * An ended run, a timer that is not due and the outcome of an effect nobody waits for change nothing. At most 100
 * nodes per call. Never throws for any flow document.
 *
 * `findVersion` must know the versions that `findFlow` gives. An `effect_result` is the outcome of a message; one
 * that tells of a failure ends the run unless an `error` or `outside_window` connection leads on.
 */
export function advanceRun({ run, input, contact, ...environment }: AdvanceRunInput): AdvancedRun {
  const state: WalkState = { run, contact, effects: [], trace: [] };
  if (isEnded(run)) return state;
  switch (input.kind) {
    case 'start':
      return walk(state, { nodeId: run.nodeId ?? '', input: { kind: 'enter' } }, environment);
    case 'timer': {
      const isDue = run.wakeAt !== null && run.wakeAt <= environment.now;
      return isDue ? resumeRun(driven(state, true), { kind: 'timer' }, environment) : state;
    }
    case 'effect_result':
      return takeResult(state, input.result, environment);
    case 'command':
      return takeCommand(driven(state, false), input.command, environment);
    case 'reply':
      return takeReply(driven(state, false), input.events, environment);
  }
}

/** What an effect comes to leaves this as it was: it follows from whatever asked for the effect. */
function driven(state: WalkState, isSelfDriven: boolean): WalkState {
  return { ...state, run: { ...state.run, isSelfDriven } };
}

function takeReply(state: WalkState, events: InboundEvent[], environment: WalkEnvironment): WalkState {
  const { run, contact } = state;
  const reply = buildReply(events);
  const { match } = matchReply({ run, reply, contact, ...environment });
  const opened = openPrivateReply({ ...run, lastMessage: { text: reply.text, payload: reply.payload } });
  const answered = { ...state, ...opened };
  if (run.waitingFor?.kind === 'opening' && match?.how === 'opening') {
    return goOn(answered, run.waitingFor.nodeId, environment);
  }
  if (!match && run.waitingFor?.kind !== 'input') return answered;
  const moved = match ? { ...answered, run: standAt(opened.run, match, environment) } : answered;
  return resumeRun(
    moved,
    { kind: 'reply', reply: { ...reply, payload: match?.payload ?? null } },
    environment,
  );
}

function takeResult(state: WalkState, result: EffectResult, environment: WalkEnvironment): WalkState {
  const { run } = state;
  const isAwaited = run.waitingFor?.kind === 'effect' && run.waitingFor.key === result.key;
  if (isAwaited) return resumeRun(state, { kind: 'effect_result', result }, environment);
  if (result.outcome === 'sent' || isCallResult(result) || !result.key.startsWith(`${run.runId}/`))
    return state;
  if (result.key.startsWith(`${run.runId}/${run.nodeId ?? ''}/`)) {
    return resumeRun(state, { kind: 'effect_result', result }, environment);
  }
  const reason =
    result.reason ?? (result.outcome === 'outside_window' ? 'outside_messaging_window' : 'send_failed');
  return failRun(state, reason, environment.now);
}
