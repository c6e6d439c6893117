import type { RunState } from '../run-state';
import type { ReplyMatch } from './match-reply';
import { endRun } from './run-transitions';
import type { StepInput } from './step';
import { walk } from './walk';
import type { WalkEnvironment, WalkState } from './walk-state';

/** Takes the run on from the node it stands at, with what it waited for. */
export function resumeRun(state: WalkState, input: StepInput, environment: WalkEnvironment): WalkState {
  return walk({ ...state, run: wake(state.run) }, { nodeId: state.run.nodeId ?? '', input }, environment);
}

/** Takes the run on into another node; null ends it. */
export function goOn(state: WalkState, nodeId: string | null, environment: WalkEnvironment): WalkState {
  const run: RunState = { ...wake(state.run), waitingFor: null };
  if (nodeId === null) return { ...state, run: endRun(run, 'completed', null, environment.now) };
  return walk({ ...state, run }, { nodeId, input: { kind: 'enter' } }, environment);
}

/** The run at a node it has been to, perhaps in a flow that called the present one. */
export function standAt(
  run: RunState,
  { flowVersionId, nodeId }: Pick<ReplyMatch, 'flowVersionId' | 'nodeId'>,
  { findVersion }: Pick<WalkEnvironment, 'findVersion'>,
): RunState {
  if (flowVersionId === run.flowVersionId) return { ...run, nodeId };
  const flowId = findVersion(flowVersionId)?.flowId ?? run.flowId;
  const depth = run.callStack.findLastIndex((frame) => frame.flowVersionId === flowVersionId);
  return { ...run, nodeId, flowId, flowVersionId, callStack: depth < 0 ? [] : run.callStack.slice(0, depth) };
}

/** The run under way again. What it waited for stays readable for the step that takes the answer. */
function wake({ heldBy: _over, ...run }: RunState): RunState {
  return { ...run, status: 'running', wakeAt: null };
}
