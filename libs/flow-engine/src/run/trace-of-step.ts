import { conditionKey, type Connection, type FlowNode } from '@instaflow/flow-model';
import type { TraceStep } from '../trace-step';
import type { StepResult } from './step';
import { countVisits } from './visits';
import type { WalkState } from './walk-state';

/** One executed node as the owner sees it. `state` is the walk after the step's effects were given their keys. */
export function traceStep({
  state,
  node,
  result,
  connection,
  now,
}: {
  state: WalkState;
  node: FlowNode;
  result: StepResult;
  connection: Connection | null;
  now: number;
}): TraceStep {
  const { runId, flowId, flowVersionId, held } = state.run;
  const visit = countVisits(state.run, node.id);
  const traced = new Set(state.trace.flatMap(({ effectKeys }) => effectKeys));
  const own = [...state.effects, ...held].map(({ key }) => key);
  return {
    at: now,
    runId,
    flowId,
    flowVersionId,
    nodeId: node.id,
    nodeType: node.type,
    visit,
    outcome: result.outcome,
    branch: connection ? conditionKey(connection.condition) : null,
    targetNodeId: connection?.targetNodeId ?? null,
    reason: 'reason' in result ? (result.reason ?? null) : null,
    detail: {
      ...result.detail,
      ...(result.outcome === 'waiting' ? { waitingFor: result.waitingFor.kind } : {}),
    },
    effectKeys: own.filter((key) => !traced.has(key) && key.startsWith(`${runId}/${node.id}/${visit}/`)),
  };
}
