import { findVersionFacts, flowVersionRepository, type Tx } from '@instaflow/db';
import type { RunCommand, RunState } from '@instaflow/flow-engine';
import { unprocessable } from '@instaflow/platform';
import { found } from '../http/found';
import { versionFinder } from './version-finder';

type Failure = NonNullable<RunCommand['retry']>;

/**
 * A retry that enters the failed step as it is in another version of its flow, for owners who have corrected it since. 404
 * when the flow has no such version, 422 when that has no such step or one of another kind.
 */
export async function retryInVersion(
  tx: Tx,
  input: { retry: Failure; state: RunState; workspaceId: string; version: number },
): Promise<Failure> {
  const { retry, state, workspaceId, version } = input;
  const own = retry.flowVersionId;
  const { flowId } = found((await versionFinder(tx, [own]))(own));
  const target = found(await flowVersionRepository.find(tx, { flowId, workspaceId, version }));
  const facts = await findVersionFacts(tx, [own, target.id]);
  const step = facts.get(target.id)?.nodes.get(retry.nodeId);
  if (step === undefined) throw unprocessable('node_missing', 'That version has no such step.');
  if (step.type !== facts.get(own)?.nodes.get(retry.nodeId)?.type) {
    throw unprocessable('node_kind_changed', 'In that version the step is of another kind.');
  }
  const inTarget = (versionId: string): string => (versionId === own ? target.id : versionId);
  return {
    ...retry,
    flowVersionId: target.id,
    callStack: retry.callStack ?? callersOf(state, own),
    done: retry.done?.map((place) => ({ ...place, flowVersionId: inTarget(place.flowVersionId) })),
  };
}

/** Where the run comes back to from the flow of a version that it stands in, or that called the one it stands in. */
function callersOf({ flowVersionId, callStack }: RunState, versionId: string): RunState['callStack'] {
  if (flowVersionId === versionId) return callStack;
  const depth = callStack.findLastIndex((frame) => frame.flowVersionId === versionId);
  return callStack.slice(0, Math.max(depth, 0));
}
