import { isEnded } from '../run/run-transitions';
import type { TurnInput } from '../turn';
import { fireTrigger } from './decide-lone-event';
import { findTrigger, isTapped } from './rank-triggers';
import type { Utterance } from './utterance';
import { reject, type Candidates, type Verdict } from './verdict';

/**
 * An ice breaker or menu item that names its flow starts it, also while a question waits: its title is no answer. A
 * button of the run itself with the same payload belongs to the run.
 */
export function decideMenuTap(
  input: TurnInput,
  utterance: Utterance,
  candidates: Candidates,
): Verdict | null {
  const { run } = input;
  const tapped = input.triggers.filter(
    ({ tapPayload }) => tapPayload !== null && isTapped(tapPayload, utterance),
  );
  if (!run || isEnded(run) || tapped.length === 0) return null;
  if (run.sentButtons.some(({ payload }) => tapped.some(({ tapPayload }) => tapPayload === payload))) {
    return null;
  }
  const tried: Candidates = [];
  const firing = findTrigger({ ...input, triggers: tapped }, utterance, tried);
  if (!firing) return null;
  reject(candidates, 'waiting_run', 'menu_item_tapped', { id: run.runId });
  candidates.push(...tried);
  return fireTrigger(input, utterance, firing, candidates);
}
