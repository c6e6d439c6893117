import type { FlowNode } from '@instaflow/flow-model';
import type { RunState } from '../run-state';
import type { TraceStep } from '../trace-step';
import { isMessage } from './is-message';
import type { StepResult } from './step';

/** Kinds whose work stays done whatever becomes of the run, and would be noticed if it were done twice. */
const lastingKinds = new Set([
  'tag_contact',
  'set_attribute',
  'notify_team',
  'goal',
  'human_takeover',
  'external_api_call',
]);

/** Whether a step did something for good that a retry must not repeat. A call that failed may be made again. */
export function isDoneForGood({ nodeType, outcome, branch, reason }: TraceStep): boolean {
  const isOver = outcome === 'advanced' || outcome === 'finished';
  return lastingKinds.has(nodeType) && isOver && branch !== 'error' && reason !== 'step_disabled';
}

/**
 * A step that did its work before the retry, without that work: only its messages are sent. Once the run goes another
 * way than before, nothing counts as done any more.
 */
export function passDone(
  run: RunState,
  node: FlowNode,
  result: StepResult,
): { run: RunState; result: StepResult } {
  const { doneBefore = [], ...rest } = run;
  const [next, ...ahead] = doneBefore;
  if (next === undefined || !lastingKinds.has(node.type)) return { run, result };
  if (next.nodeId !== node.id || next.flowVersionId !== run.flowVersionId) return { run: rest, result };
  return { run: ahead.length > 0 ? { ...rest, doneBefore: ahead } : rest, result: withoutWork(result) };
}

/** The run past a step that is switched off: if that did its work before the retry, it is not ahead any more. */
export function leaveBehind({ doneBefore, ...run }: RunState, node: FlowNode): RunState {
  const [next, ...ahead] = doneBefore ?? [];
  const isNext = next?.nodeId === node.id && next.flowVersionId === run.flowVersionId;
  const left = isNext ? ahead : doneBefore;
  return left && left.length > 0 ? { ...run, doneBefore: left } : run;
}

function withoutWork(result: StepResult): StepResult {
  const { contact: _contact, context: _context, ...bare } = result;
  const effects = (result.effects ?? []).filter(isMessage);
  switch (bare.outcome) {
    case 'waiting':
      return { outcome: 'advanced', signal: { kind: 'next' }, reason: 'done_before_retry' };
    case 'advanced':
      return { ...bare, effects, reason: 'done_before_retry' };
    case 'finished':
    case 'failed':
      return { ...bare, effects };
  }
}
