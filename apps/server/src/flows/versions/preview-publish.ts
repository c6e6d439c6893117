import type { PublishPreview } from '@instaflow/contracts';
import { flowVersionRepository, type FlowEntity, type Tx } from '@instaflow/db';
import { diffFlows, parseFlowDefinition, type FlowDefinition } from '@instaflow/flow-model';
import { checkFlow } from '../drafts/check-flow';
import type { FlowDeps } from '../flow-deps';
import { runSavedTests } from '../tests/run-saved-tests';
import { findStandingImpact } from './find-standing-impact';
import { toShownDiff } from './to-shown-diff';

/** What publishing a draft would change, for whom, and whether it may. Changes nothing. */
export async function previewPublish(tx: Tx, deps: FlowDeps, flow: FlowEntity): Promise<PublishPreview> {
  const { id: flowId, workspaceId, revision } = flow;
  const parsed = parseFlowDefinition(flow.flowDefinition);
  if (!parsed.ok) {
    const tests = { passed: false, results: [] };
    return { problems: parsed.problems, diff: null, impact: [], tests, revision };
  }
  const { definition } = parsed;
  const live = await readLive(tx, flow);
  return {
    problems: await checkFlow(tx, deps, { definition, flow }),
    diff: live === null ? null : toShownDiff(diffFlows(live, definition)),
    impact: live === null ? [] : await findStandingImpact(tx, { flowId, workspaceId, after: definition }),
    tests: await runSavedTests(tx, { flow, definition }),
    revision,
  };
}

async function readLive(
  tx: Tx,
  { publishedVersionId: id, workspaceId }: FlowEntity,
): Promise<FlowDefinition | null> {
  const version = id === null ? null : await flowVersionRepository.findById(tx, { id, workspaceId });
  const parsed = version === null ? null : parseFlowDefinition(version.definition);
  return parsed?.ok ? parsed.definition : null;
}
