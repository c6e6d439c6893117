import { isCallResult, type EffectResult } from '../run-input';
import type { RunState } from '../run-state';
import { isEnded } from '../run/run-transitions';
import type { TurnInput } from '../turn';
import { findBlock } from './find-block';
import { isFlowPaused } from './is-flow-paused';

/**
 * Whether outcomes have to wait because something pauses automation: those that would lead the run on. What became of a
 * message nobody waits for is noted all the same, unless the flow is paused.
 */
export function areResultsHeld(input: TurnInput): boolean {
  const { run, effectResults = [] } = input;
  if (!run || isEnded(run)) return false;
  if (isFlowPaused(run, input.findVersion)) return true;
  const leadsOn = effectResults.some((result) => isAwaited(run, result));
  return leadsOn && (findBlock(input)?.reason ?? 'opted_out') !== 'opted_out';
}

/** Why an outcome is discarded; null when the run takes it. */
export function findResultRefusal(run: RunState | null, result: EffectResult): string | null {
  if (!run || isEnded(run) || !result.key.startsWith(`${run.runId}/`)) return 'run_has_ended';
  return isCallResult(result) && !isAwaited(run, result) ? 'run_moved_on' : null;
}

function isAwaited({ waitingFor }: RunState, { key }: EffectResult): boolean {
  return waitingFor?.kind === 'effect' && waitingFor.key === key;
}
