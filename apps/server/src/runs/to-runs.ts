import type { Run } from '@instaflow/contracts';
import { findVersionFacts, flowRepository, type FlowRunEntity, type Tx } from '@instaflow/db';
import { toIso } from '../http/to-iso';
import { standingOf } from './standing-of';

/** Runs as the API shows them, with names of flows and nodes. */
export async function toRuns(tx: Tx, runs: readonly FlowRunEntity[]): Promise<Run[]> {
  const names = await flowRepository.findNames(
    tx,
    runs.map((run) => run.flowId),
  );
  const versions = await findVersionFacts(
    tx,
    runs.flatMap((run) => [run.flowVersionId, standingOf(run).versionId ?? run.flowVersionId]),
  );
  return runs.map((run) => {
    const { flowId, versionId } = standingOf(run);
    const standing = versions.get(versionId ?? run.flowVersionId);
    return {
      runId: run.id,
      contactId: run.contactId,
      instagramAccountId: run.instagramAccountId,
      flowId: run.flowId,
      flowName: names.get(run.flowId) ?? null,
      version: versions.get(run.flowVersionId)?.version ?? null,
      triggerId: run.triggerId,
      status: run.status,
      waitingFor: run.waitingFor,
      standsAt: {
        flowId,
        version: standing?.version ?? null,
        nodeId: run.nodeId,
        nodeName: standing?.nodes.get(run.nodeId ?? '')?.name ?? null,
      },
      reason: run.endReason,
      stepCount: run.stepCount,
      startedAt: run.startedAt.toISOString(),
      wakeAt: toIso(run.wakeAt),
      endedAt: toIso(run.endedAt),
    };
  });
}
