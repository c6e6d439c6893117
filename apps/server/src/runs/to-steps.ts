import { jsonObject, type RunStep, type StepCall } from '@instaflow/contracts';
import {
  findCallsByKey,
  findDeliveriesByKey,
  type CallRow,
  findVersionFacts,
  type ContactTurnEntity,
  type DeliveryRow,
  type Tx,
  type VersionFacts,
} from '@instaflow/db';
import { traceStepSchema, type TraceStep } from '@instaflow/flow-engine';
import { toIso } from '../http/to-iso';
import { toDelivery } from './to-delivery';

/**
 * The steps of turns by turn, each with what became of its messages and calls. Steps that cannot be read are left out: traces of
 * older releases may differ.
 */
export async function toSteps(
  tx: Tx,
  turns: readonly ContactTurnEntity[],
): Promise<ReadonlyMap<string, RunStep[]>> {
  const stepsByTurn = new Map(turns.map(({ id, steps }) => [id, readSteps(steps)]));
  const all = [...stepsByTurn.values()].flat();
  const versions = await findVersionFacts(
    tx,
    all.map(({ flowVersionId }) => flowVersionId),
  );
  const keys = all.flatMap(({ effectKeys }) => effectKeys);
  const deliveries = new Map((await findDeliveriesByKey(tx, keys)).map((row) => [row.key, row]));
  const calls = new Map((await findCallsByKey(tx, keys)).map((row) => [row.key, row]));
  const known = { versions, deliveries, calls };
  return new Map([...stepsByTurn].map(([id, steps]) => [id, steps.map((step) => toStep(step, known))]));
}

function readSteps(steps: readonly unknown[]): TraceStep[] {
  return steps.flatMap((step) => {
    const parsed = traceStepSchema.safeParse(step);
    return parsed.success ? [parsed.data] : [];
  });
}

type Known = {
  versions: ReadonlyMap<string, VersionFacts>;
  deliveries: ReadonlyMap<string, DeliveryRow>;
  calls: ReadonlyMap<string, CallRow>;
};

function toStep(step: TraceStep, { versions, deliveries, calls }: Known): RunStep {
  const version = versions.get(step.flowVersionId);
  return {
    at: new Date(step.at).toISOString(),
    flowId: step.flowId,
    version: version?.version ?? null,
    nodeId: step.nodeId,
    nodeName: version?.nodes.get(step.nodeId)?.name ?? null,
    nodeType: step.nodeType,
    visit: step.visit,
    outcome: step.outcome,
    branch: step.branch,
    targetNodeId: step.targetNodeId,
    reason: step.reason,
    detail: jsonObject.parse(step.detail),
    effectKeys: step.effectKeys,
    messages: step.effectKeys.flatMap((key) => {
      const delivery = deliveries.get(key);
      return delivery === undefined ? [] : [toDelivery(delivery)];
    }),
    calls: step.effectKeys.flatMap((key) => {
      const call = calls.get(key);
      return call === undefined ? [] : [toCall(call)];
    }),
  };
}

function toCall({ dueAt, finishedAt, ...call }: CallRow): StepCall {
  return { ...call, nextAt: toIso(finishedAt === null ? dueAt : null), finishedAt: toIso(finishedAt) };
}
