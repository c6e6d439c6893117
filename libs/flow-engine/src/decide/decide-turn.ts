import { advanceRun, type AdvancedRun } from '../advance-run';
import { isEnded } from '../run/run-transitions';
import type { RunState } from '../run-state';
import { keepQuiet } from './keep-quiet';
import type { EffectResult } from '../run-input';
import type { ConsumedEvents, TurnDecision, TurnInput } from '../turn';
import { decideCommand } from './decide-command';
import { decideLoneEvent, ignore } from './decide-lone-event';
import { decideMessage } from './decide-message';
import { decideTimer, isTimerDue, retryWhilePausedMs } from './decide-timer';
import { areResultsHeld, findResultRefusal } from './effect-results';
import { findReadiness } from './readiness';
import { groupEvents, type PendingEvents, type Utterance } from './utterance';
import { choose, reject, type Candidates, type Verdict } from './verdict';
import { walkEnvironment } from './walk-environment';

/**
 * Decides what happens next for one contact: one cause per turn (outcomes of effects, then a due timer unless a person
 * commands the run, then the first thing said or commanded that may be answered now), every candidate with its reason.
 * Pure: the same input gives the same decision, with the same effect keys. Never throws for any flow document.
 *
 * `wait` changes nothing: ask again at `until`. After a `turn`, ask again at `nextWakeAt` and on every event.
 */
export function decideTurn(input: TurnInput): TurnDecision {
  const pending = groupEvents(input.events);
  const { effectResults = [] } = input;
  if (effectResults.length > 0 && !areResultsHeld(input)) return decideResults(input, pending, effectResults);
  // A person's word comes before the clock's, so that a wait they end is not ended twice.
  const hasCommand = pending.utterances.some(({ kind }) => kind === 'command');
  if (!hasCommand && isTimerDue(input, pending)) {
    const candidates: Candidates = [];
    const { retryAt, ...verdict } = decideTimer(input, candidates);
    return toTurn(input, pending, { verdict, candidates, utterance: null, retryAt });
  }
  return decideFirstReady(input, pending) ?? decideNothing(input, pending);
}

/** The first utterance that may be answered now, or how long to wait for one; null when nothing was said. */
function decideFirstReady(input: TurnInput, pending: PendingEvents): TurnDecision | null {
  const waiting = pending.utterances.map((utterance) => ({ utterance, ...findReadiness(utterance, input) }));
  const ready = waiting.find(({ at }) => at <= input.now);
  if (ready) return decideUtterance(input, pending, ready.utterance);
  const [soonest] = waiting.toSorted((a, b) => a.at - b.at);
  return soonest ? { kind: 'wait', until: soonest.at, reason: soonest.reason } : null;
}

/** Only records are left, or the outcome of an effect that must wait for the end of a pause. */
function decideNothing(input: TurnInput, pending: PendingEvents): TurnDecision {
  const { effectResults = [] } = input;
  if (effectResults.length > 0 && pending.ignored.length === 0) {
    return { kind: 'wait', until: input.now + retryWhilePausedMs, reason: 'paused' };
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
  retryAt?: number | null;
};

function toTurn(
  input: TurnInput,
  pending: PendingEvents,
  { verdict, candidates, utterance, retryAt = null }: Conclusion,
): TurnDecision {
  const { outcome, reason, ...parts } = verdict;
  const answered: ConsumedEvents[] = utterance
    ? [{ eventIds: utterance.events.map(({ id }) => id), outcome, reason }]
    : [];
  const left = pending.utterances.filter((other) => other !== utterance);
  const wakes = [
    ...left.map((other) => findReadiness(other, input).at),
    ...(retryAt === null ? (parts.run && !isEnded(parts.run) ? [parts.run.wakeAt] : []) : [retryAt]),
  ].filter((at) => at !== null);
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
