import { findWayPast, isDisabled, isKnownNode, type Connection, type FlowNode } from '@instaflow/flow-model';
import { executors } from '../executors/executors';
import { pickConnection, type Signal } from '../rules/pick-connection';
import type { RunState } from '../run-state';
import { buildScope } from '../text/read-field';
import { boundValues } from './bound-values';
import { emitEffects } from './emit-effects';
import { failRun } from './fail-run';
import { leaveBehind, passDone } from './pass-done';
import { endRun, parkRun } from './run-transitions';
import type { StepResult } from './step';
import { traceStep } from './trace-of-step';
import { addVisit, countVisits } from './visits';
import type { Move, WalkEnvironment, WalkState } from './walk-state';

export const maxStepsPerTurn = 100;
export const maxStepsPerRun = 1000;
const maxCallDepth = 10;

type Stepped = { state: WalkState; next: Move | null };

/** Walks from `first` until the run waits or ends; fails with `loop_detected` beyond 100 nodes. */
export function walk(state: WalkState, first: Move, environment: WalkEnvironment): WalkState {
  let current: Stepped = { state, next: first };
  for (let steps = 0; current.next; steps += 1) {
    if (steps >= maxStepsPerTurn || current.state.run.stepCount >= maxStepsPerRun) {
      const stuck = { ...current.state, run: { ...current.state.run, nodeId: current.next.nodeId } };
      return failRun(stuck, 'loop_detected', environment.now);
    }
    current = step(current.state, current.next, environment);
  }
  return current.state;
}

function step(before: WalkState, { nodeId, input }: Move, environment: WalkEnvironment): Stepped {
  const { now, account, findFlow, die } = environment;
  const run = input.kind === 'enter' ? enterNode(before.run, nodeId) : { ...before.run, nodeId };
  const entered = { ...before, run };
  const source = environment.findVersion(run.flowVersionId);
  if (!source) return stop(failRun(entered, 'version_missing', now));
  const node = source.definition.nodes.find(({ id }) => id === nodeId);
  if (!node) return stop(failRun(entered, 'node_missing', now));
  if (input.kind === 'enter' && isDisabled(node)) return passDisabled(entered, node, environment);
  if (!isKnownNode(node)) return stop(failRun(entered, 'unknown_node_type', now));
  const { contact } = before;
  const scope = scopeOf(entered, environment);
  const executed = executors[node.type]({ node, input, run, contact, account, scope, findFlow, now, die });
  const passed = input.kind === 'enter' ? passDone(run, node, executed) : { run, result: executed };
  const result = boundValues(before, passed.result);
  const state = { ...entered, run: passed.run };
  const isWindowOpen = (environment.windowExpiresAt ?? 0) > now;
  if (sends(result) && run.privateReply === 'unanswered' && !isWindowOpen) {
    const waiting = { kind: 'opening' as const, nodeId };
    return stop({ ...before, run: parkRun({ ...before.run, nodeId }, waiting, now) });
  }
  return conclude(applyResult(state, node, result, isWindowOpen), node, result, environment);
}

function enterNode(run: RunState, nodeId: string): RunState {
  return {
    ...run,
    nodeId,
    stepCount: run.stepCount + 1,
    nextEffectIndex: 0,
    visits: addVisit(run, nodeId),
  };
}

/**
 * Past a step that is switched off: nothing is done, sent or waited for. Only who comes to it passes; a run that stood
 * there before and was moved to this version is answered as if it were on.
 */
function passDisabled(entered: WalkState, node: FlowNode, environment: WalkEnvironment): Stepped {
  const { now } = environment;
  const connection = findWayPast(node);
  const result: StepResult = { outcome: 'advanced', signal: { kind: 'next' }, reason: 'step_disabled' };
  const state = { ...entered, run: leaveBehind(entered.run, node) };
  const passed = { ...state, trace: [...state.trace, traceStep({ state, node, result, connection, now })] };
  return connection
    ? moveTo(passed, connection.targetNodeId, environment)
    : returnToCaller(passed, environment);
}

function sends({ effects = [] }: StepResult): boolean {
  return effects.some(({ kind }) => kind === 'send_message');
}

function applyResult(state: WalkState, node: FlowNode, result: StepResult, isWindowOpen: boolean): WalkState {
  const run = { ...state.run, context: result.context ?? state.run.context };
  const emitted = emitEffects(run, node.id, result.effects ?? [], isWindowOpen);
  return {
    ...state,
    run: emitted.run,
    contact: result.contact ?? state.contact,
    effects: [...state.effects, ...emitted.effects],
  };
}

function conclude(
  state: WalkState,
  node: FlowNode,
  result: StepResult,
  environment: WalkEnvironment,
): Stepped {
  const { now } = environment;
  const recorded = (connection: Connection | null): WalkState => ({
    ...state,
    trace: [...state.trace, traceStep({ state, node, result, connection, now })],
  });
  switch (result.outcome) {
    case 'failed':
      return stop(failRun(recorded(null), result.reason, now));
    case 'finished':
      return finish(recorded(null), result.reason, environment);
    case 'waiting':
      return stop({ ...recorded(null), run: parkAt(state.run, node.id, result.waitingFor, now) });
    case 'advanced': {
      const connection = pickConnection(node, result.signal, scopeOf(state, environment));
      return advance(recorded(connection), { node, result, connection }, environment);
    }
  }
}

type Waiting = Extract<StepResult, { outcome: 'waiting' }>['waitingFor'];

function parkAt(run: RunState, nodeId: string, waitingFor: Waiting, now: number): RunState {
  if (waitingFor.kind !== 'sent' && waitingFor.kind !== 'answer') return parkRun(run, waitingFor, now);
  const key = `${run.runId}/${nodeId}/${countVisits(run, nodeId)}/${run.nextEffectIndex - 1}`;
  return parkRun(run, { kind: 'effect', key }, now);
}

type Advanced = Extract<StepResult, { outcome: 'advanced' }>;

function advance(
  state: WalkState,
  { node, result, connection }: { node: FlowNode; result: Advanced; connection: Connection | null },
  environment: WalkEnvironment,
): Stepped {
  const { run } = state;
  if (result.goTo) {
    const { flowId, flowVersionId, definition } = result.goTo;
    const frame = { flowId: run.flowId, flowVersionId: run.flowVersionId, nodeId: node.id };
    const callStack = connection ? [...run.callStack, frame] : run.callStack;
    if (callStack.length > maxCallDepth) return stop(failRun(state, 'flow_depth_exceeded', environment.now));
    const moved = { ...state, run: { ...run, flowId, flowVersionId, callStack } };
    return moveTo(moved, definition.startNodeId, environment);
  }
  if (connection) return moveTo(state, connection.targetNodeId, environment);
  return endOfPath(state, result.signal, result.reason ?? null, environment);
}

function endOfPath(
  state: WalkState,
  signal: Signal,
  reason: string | null,
  environment: WalkEnvironment,
): Stepped {
  const { now } = environment;
  if (signal.kind === 'timeout')
    return stop({ ...state, run: endRun(state.run, 'expired', 'no_reply', now) });
  if (signal.kind === 'outside_window' || signal.kind === 'error') {
    return stop(failRun(state, reason ?? signal.kind, now));
  }
  return returnToCaller(state, environment);
}

/** Goes back to where a flow was called from, and ends the run when nothing called. */
function returnToCaller(state: WalkState, environment: WalkEnvironment): Stepped {
  let { callStack } = state.run;
  for (let frame = callStack.at(-1); frame; frame = callStack.at(-1)) {
    const { flowId, flowVersionId, nodeId } = frame;
    callStack = callStack.slice(0, -1);
    const source = environment.findVersion(flowVersionId);
    const caller = source?.definition.nodes.find(({ id }) => id === nodeId);
    const connection = caller && pickConnection(caller, { kind: 'next' }, scopeOf(state, environment));
    if (!connection) continue;
    const back = { ...state, run: { ...state.run, flowId, flowVersionId, callStack } };
    return moveTo(back, connection.targetNodeId, environment);
  }
  return finish({ ...state, run: { ...state.run, callStack } }, null, environment);
}

/** Nothing passes what is held back: the run first waits until the private reply is answered. */
function moveTo(state: WalkState, nodeId: string, { now }: WalkEnvironment): Stepped {
  if (state.run.held.length === 0) return { state, next: { nodeId, input: { kind: 'enter' } } };
  return stop({ ...state, run: parkRun(state.run, { kind: 'opening', nodeId }, now) });
}

function finish(state: WalkState, reason: string | null, { now }: WalkEnvironment): Stepped {
  if (state.run.held.length > 0) {
    return stop({ ...state, run: parkRun(state.run, { kind: 'opening', nodeId: null }, now) });
  }
  return stop({ ...state, run: endRun(state.run, 'completed', reason, now) });
}

function stop(state: WalkState): Stepped {
  return { state, next: null };
}

function scopeOf({ run, contact }: WalkState, { account }: WalkEnvironment) {
  return buildScope({ contact, account, context: run.context, message: run.lastMessage });
}
