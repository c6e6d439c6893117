import type { LoadedTurn, RunRow } from '@instaflow/db';
import type { RunState, WaitingFor } from '@instaflow/flow-engine';

/** A run as it is stored. The row names the flow that was triggered; where the run stands is in `state`. */
export const runRowOf = (turn: LoadedTurn, run: RunState, isNew: boolean): RunRow => ({
  contactId: turn.contactId,
  workspaceId: turn.workspaceId,
  accountId: turn.accountId,
  runId: run.runId,
  isNew,
  flowId: run.rootFlowId,
  flowVersionId: run.rootFlowVersionId,
  triggerId: run.triggerId,
  status: run.status,
  waitingFor: run.waitingFor === null ? null : waitingColumn[run.waitingFor.kind],
  nodeId: run.nodeId,
  state: run,
  stepCount: run.stepCount,
  wakeAt: run.wakeAt,
  reason: run.reason,
  startedAt: run.startedAt,
  endedAt: run.endedAt,
});

const waitingColumn: Record<WaitingFor['kind'], 'input' | 'timer' | 'effect'> = {
  input: 'input',
  opening: 'input',
  timer: 'timer',
  effect: 'effect',
};
