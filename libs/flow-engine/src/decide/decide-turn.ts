import { advanceRun, type AdvancedRun } from '../advance-run';
import { isEnded } from '../run/run-transitions';
import type { RunState } from '../run-state';
import { keepQuiet } from './keep-quiet';
import type { EffectResult } from '../run-input';
import type { ConsumedEvents, TurnDecision, TurnInput } from '../turn';
import { decideCommand } from './decide-command';
import { decideLoneEvent, ignore } from './decide-lone-event';
import { decideMessage } from './decide-message';
import { isOptOut } from './decide-opting';
import { decideTimer, findKnownPause, isTimerDue, retryWhilePausedMs, type Pause } from './decide-timer';
import { areResultsHeld, findResultRefusal } from './effect-results';
import { findReadiness } from './readiness';
import { groupEvents, type PendingEvents, type Utterance } from './utterance';
import { choose, reject, type Candidates, type Verdict } from './verdict';
import { walkEnvironment } from './walk-environment';

/**
 * Decides what happens next for one contact: one cause per turn (STOP, then outcomes of effects, then a due timer unless a
 * person commands the run, then the first thing said or commanded that may be answered now), every candidate with its
 * reason.
 * Pure: the same input gives the same decision, with the same effect keys. Never throws for any flow document.
 *
 * `wait` changes nothing: ask again at `until`. After a `turn`, ask again at `nextWakeAt` and on every event.
 */
export function decideTurn(input: TurnInput): TurnDecision {
  const pending = groupEvents(input.events);
  const { effectResults = [] } = input;
  const leaving = pending.utterances.find(isOptOut);
  if (leaving) return decideLeaving(input, pending, leaving);
  if (effectResults.length > 0 && !areResultsHeld(input)) return decideResults(input, pending, effectResults);
  const { isDue, pause } = findDueTimer(input, pending);
  if (isDue && pause === null) {
    const candidates: Candidates = [];
    const verdict = decideTimer(input, candidates);
    return toTurn(input, pending, { verdict, candidates, utterance: null });
  }
  const next = decideFirstReady(input, pending) ?? decideNothing(input, pending, pause);
  const isLater = pause !== null && next.kind === 'wait' && next.until > pause.retryAt;
  return isLater ? waitOut(pause) : next;
}

/** Before anything that could send: after an outage STOP may have waited beside a timer that fell due meanwhile. */
function decideLeaving(input: TurnInput, pending: PendingEvents, utterance: Utterance): TurnDecision {
  const turn = decideUtterance(input, pending, utterance);
  const hasResults = (input.effectResults ?? []).length > 0;
  return hasResults && turn.kind === 'turn' ? { ...turn, nextWakeAt: input.now } : turn;
}

/** Whether the run's time has come, and what is known to keep it where it is. */
function findDueTimer(input: TurnInput, pending: PendingEvents): { isDue: boolean; pause: Pause | null } {
  // A person's word comes before the clock's, so that a wait they end is not ended twice.
  const hasCommand = pending.utterances.some(({ kind }) => kind === 'command');
  const isDue = !hasCommand && isTimerDue(input, pending);
  return { isDue, pause: isDue ? findKnownPause(input) : null };
}

/** That the run is paused has been said, so nothing is written again. */
function waitOut({ retryAt }: Pause): TurnDecision {
  return { kind: 'wait', until: retryAt, reason: 'paused' };
}

/** The first utterance that may be answered now, or how long to wait for one; null when nothing was said. */
function decideFirstReady(input: TurnInput, pending: PendingEvents): TurnDecision | null {
  const waiting = pending.utterances.map((utterance) => ({ utterance, ...findReadiness(utterance, input) }));
  const ready = waiting.find(({ at }) => at <= input.now);
  if (ready) return decideUtterance(input, pending, ready.utterance);
  const [soonest] = waiting.toSorted((a, b) => a.at - b.at);
  return soonest ? { kind: 'wait', until: soonest.at, reason: soonest.reason } : null;
}

/** Only records are left, or what must wait for the end of a pause. */
function decideNothing(input: TurnInput, pending: PendingEvents, pause: Pause | null): TurnDecision {
  const { effectResults = [] } = input;
  if (pending.ignored.length === 0) {
    if (pause !== null) return waitOut(pause);
    if (effectResults.length > 0)
      return waitOut({ reason: 'paused', retryAt: input.now + retryWhilePausedMs });
  }
  const candidates: Candidates = [];
  for (const { reason, eventIds } of pending.ignored)
    reject(candidates, 'record', reason, { id: eventIds[0] ?? null });
  return toTurn(input, pending, { verdict: ignore(input)('record'), candidates, utterance: null });
}

function decideUtterance(input: TurnInput, pending: PendingEvents, utterance: Utterance): TurnDecision {
  const candidates: Candidates = [];
  const verdict = decideFor(utterance)(input, utterance, candidates);
  return toTurn(input, pending, { verdict, candidates, utterance });
}

function decideFor({ kind }: Utterance): typeof decideLoneEvent {
  if (kind === 'command') return decideCommand;
  return kind === 'message' ? decideMessage : decideLoneEvent;
}

function decideResults(input: TurnInput, pending: PendingEvents, results: EffectResult[]): TurnDecision {
  const candidates: Candidates = [];
  const environment = walkEnvironment(input, null);
  let advanced: Omit<AdvancedRun, 'run'> & { run: RunState | null } = { ...ignore(input)('effect_result') };
  for (const result of results) {
    const { run } = advanced;
    const refusal = findResultRefusal(run, result);
    if (refusal !== null || run === null) {
      reject(candidates, 'effect_result', refusal ?? 'run_has_ended', { id: result.key });
      continue;
    }
    choose(candidates, 'effect_result', result.reason ?? result.outcome, { id: result.key });
    const next = advanceRun({
      ...environment,
      run,
      contact: advanced.contact,
      input: { kind: 'effect_result', result },
    });
    advanced = {
      ...next,
      effects: [...advanced.effects, ...next.effects],
      trace: [...advanced.trace, ...next.trace],
    };
  }
  const verdict = { ...ignore(input)('effect_result'), ...advanced };
  return toTurn(input, pending, { verdict, candidates, utterance: null });
}

type Conclusion = {
  verdict: Verdict;
  candidates: Candidates;
  utterance: Utterance | null;
};

function toTurn(
  input: TurnInput,
  pending: PendingEvents,
  { verdict, candidates, utterance }: Conclusion,
): TurnDecision {
  const { outcome, reason, ...parts } = verdict;
  const answered: ConsumedEvents[] = utterance
    ? [{ eventIds: utterance.events.map(({ id }) => id), outcome, reason }]
    : [];
  const left = pending.utterances.filter((other) => other !== utterance);
  const wakes = [...left.map((other) => findReadiness(other, input).at), wakeOf(parts.run, input)].filter(
    (at) => at !== null,
  );
  return {
    kind: 'turn',
    ...parts,
    ...keepQuiet(input, verdict, utterance),
    consumed: [...pending.ignored, ...answered],
    candidates,
    isConsolidated: (utterance?.events.length ?? 0) > 1,
    originalMids: utterance?.events.flatMap(({ mid }) => (mid === null ? [] : [mid])) ?? [],
    nextWakeAt: wakes.length > 0 ? Math.max(input.now, Math.min(...wakes)) : null,
  };
}

/** When an open run goes on by itself; one that something pauses looks again later. */
function wakeOf(run: RunState | null, input: TurnInput): number | null {
  if (!run || isEnded(run)) return null;
  return findKnownPause(input, run)?.retryAt ?? run.wakeAt;
}
