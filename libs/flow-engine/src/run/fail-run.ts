import type { Effect } from '../effect';
import { nextOrigin } from './emit-effects';
import { failureSentence } from './failure-sentence';
import { endRun } from './run-transitions';
import { countVisits } from './visits';
import type { WalkState } from './walk-state';

/** Ends the run as failed at its node and lets the owner of the flow know. */
export function failRun(state: WalkState, reason: string, now: number): WalkState {
  const { run } = state;
  const nodeId = run.nodeId ?? '';
  const notice: Effect = {
    kind: 'notify_owner',
    ...nextOrigin(run, nodeId),
    // A run fails once, so this key is free whatever the node has sent before.
    key: `${run.runId}/${nodeId}/${countVisits(run, nodeId)}/failure`,
    reason,
    message: failureSentence(reason),
  };
  return { ...state, run: endRun(run, 'failed', reason, now), effects: [...state.effects, notice] };
}
