import type { FlowSource } from '../flow-source';
import type { RunState } from '../run-state';

/** A run about to enter the start of a flow; `advanceRun` with `start` sets it going. */
export function createRun({
  runId,
  source,
  triggerId,
  commentId,
  message,
  context = {},
  now,
}: {
  runId: string;
  source: FlowSource;
  triggerId: string | null;
  commentId: string | null;
  message: RunState['lastMessage'];
  /** What the run begins with (`flow.*`). */
  context?: RunState['context'];
  now: number;
}): RunState {
  const { flowId, flowVersionId, definition } = source;
  return {
    runId,
    flowId,
    flowVersionId,
    rootFlowId: flowId,
    rootFlowVersionId: flowVersionId,
    triggerId,
    status: 'running',
    reason: null,
    nodeId: definition.startNodeId,
    waitingFor: null,
    wakeAt: null,
    stepCount: 0,
    nextEffectIndex: 0,
    visits: {},
    context,
    callStack: [],
    sentButtons: [],
    commentId,
    privateReply: commentId === null ? 'none' : 'unsent',
    held: [],
    lastMessage: message,
    isSelfDriven: false,
    startedAt: now,
    updatedAt: now,
    endedAt: null,
  };
}
