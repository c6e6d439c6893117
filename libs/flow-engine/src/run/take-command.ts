import type { Connection } from '@instaflow/flow-model';
import type { RunCommand } from '../run-command';
import type { RunState } from '../run-state';
import { findCommandRefusal, findStandingNode, pickWayOn } from './find-command-refusal';
import { goOn, resumeRun, standAt } from './resume-run';
import { isMessage } from './is-message';
import { pinToVersion } from './pin-to-version';
import { endRun } from './run-transitions';
import type { StepResult } from './step';
import { traceStep } from './trace-of-step';
import { countVisits } from './visits';
import type { WalkEnvironment, WalkState } from './walk-state';

/** Does with a run what a person asked for. A command the run cannot follow changes nothing. */
export function takeCommand(state: WalkState, command: RunCommand, environment: WalkEnvironment): WalkState {
  if (findCommandRefusal(state.run, command, environment.findVersion) !== null) return state;
  switch (command.kind) {
    case 'release':
      return resumeRun(state, { kind: 'timer' }, environment);
    case 'skip':
      return skipNode(state, environment);
    case 'cancel':
      return cancelRun(state, environment);
    case 'retry':
      return command.retry ? retryNode(state, command.retry, environment) : state;
    case 'move':
      return command.move ? moveToStep(state, command.move, environment) : state;
  }
}

function skipNode(state: WalkState, environment: WalkEnvironment): WalkState {
  const node = findStandingNode(state.run, environment.findVersion);
  const connection = node && pickWayOn(node);
  if (!connection) return state;
  const result: StepResult = { outcome: 'advanced', signal: { kind: 'next' }, reason: 'skipped_by_person' };
  return goOn(noted(state, result, connection, environment), connection.targetNodeId, environment);
}

function cancelRun(state: WalkState, environment: WalkEnvironment): WalkState {
  const ended = noted(state, { outcome: 'finished', reason: 'cancelled_by_person' }, null, environment);
  return { ...ended, run: endRun(ended.run, 'cancelled', 'cancelled_by_person', environment.now) };
}

function moveToStep(
  state: WalkState,
  { nodeId, flowVersionId }: NonNullable<RunCommand['move']>,
  environment: WalkEnvironment,
): WalkState {
  const target = environment.findVersion(flowVersionId);
  if (!target) return state;
  const result: StepResult = {
    outcome: 'advanced',
    signal: { kind: 'next' },
    reason: 'moved_by_person',
  };
  // No connection leads there, so none is traced: figures count the ways people take by themselves.
  const left = noted(state, result, null, environment);
  return goOn({ ...left, run: pinToVersion(left.run, target) }, nodeId, environment);
}

/** Enters the failed node once more: a new visit, so every effect has a new key. */
function retryNode(
  state: WalkState,
  retry: NonNullable<RunCommand['retry']>,
  environment: WalkEnvironment,
): WalkState {
  const { nodeId } = retry;
  const stood = standAt(state.run, retry, environment);
  const placed = { ...stood, callStack: retry.callStack ?? stood.callStack };
  const run: RunState = {
    ...placed,
    reason: null,
    held: [],
    doneBefore: retry.done?.length ? retry.done : undefined,
    privateReply: retry.isPrivateReplyOwed ? 'unsent' : placed.privateReply,
  };
  const walked = goOn({ ...state, run }, nodeId, environment);
  const visit = countVisits(run, nodeId) + 1;
  const sent = new Set(retry.sentIndexes.map((index) => `${run.runId}/${nodeId}/${visit}/${index}`));
  return {
    ...walked,
    run: { ...walked.run, held: walked.run.held.filter(({ key }) => !sent.has(key)) },
    effects: walked.effects.filter((effect) => !isMessage(effect) || !sent.has(effect.key)),
  };
}

/** The trace with what a person did at the node the run stands at. */
function noted(
  state: WalkState,
  result: StepResult,
  connection: Connection | null,
  { findVersion, now }: WalkEnvironment,
): WalkState {
  const node = findStandingNode(state.run, findVersion) ?? {
    id: state.run.nodeId ?? '',
    name: '',
    type: 'missing',
    connections: [],
  };
  return { ...state, trace: [...state.trace, traceStep({ state, node, result, connection, now })] };
}
