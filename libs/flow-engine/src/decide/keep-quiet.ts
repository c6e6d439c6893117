import { isMessage } from '../run/is-message';
import { findQuietEnd } from '../schedule/quiet-hours';
import type { TraceStep } from '../trace-step';
import type { TurnDecision, TurnInput } from '../turn';
import type { Utterance } from './utterance';
import type { Verdict } from './verdict';

type Turn = Extract<TurnDecision, { kind: 'turn' }>;

/**
 * Whether quiet hours hold what a turn sends: never an answer to what the person said, nor what a person of the account
 * commanded, only what a run sends on its own accord. The trace says until when.
 */
export function keepQuiet(
  { now, account }: TurnInput,
  { run, effects, trace }: Verdict,
  utterance: Utterance | null,
): Pick<Turn, 'isOwnAccord' | 'heldUntil' | 'trace'> {
  const isOwnAccord = utterance === null && run !== null && run.isSelfDriven;
  const sent = new Set(effects.filter(isMessage).map(({ key }) => key));
  const heldUntil = isOwnAccord && sent.size > 0 ? findQuietEnd(now, account.settings) : null;
  if (heldUntil === null) return { isOwnAccord, heldUntil, trace };
  const until = new Date(heldUntil).toISOString();
  const noted = (step: TraceStep): TraceStep =>
    step.effectKeys.some((key) => sent.has(key))
      ? { ...step, detail: { ...step.detail, heldUntil: until } }
      : step;
  return { isOwnAccord, heldUntil, trace: trace.map(noted) };
}
