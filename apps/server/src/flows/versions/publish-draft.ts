import { v7 as newId } from 'uuid';
import { errorCodes } from '@instaflow/contracts';
import {
  bumpAccountRevision,
  flowRepository,
  flowVersionRepository,
  type FlowEntity,
  type Tx,
} from '@instaflow/db';
import type { FlowDefinition } from '@instaflow/flow-model';
import { unprocessable } from '@instaflow/platform';
import { checkFlow } from '../drafts/check-flow';
import { invalidFlow, parseDocument, toJson } from '../drafts/flow-document';
import type { FlowDeps } from '../flow-deps';
import { runSavedTests } from '../tests/run-saved-tests';

type Order = {
  note: string;
  userId: string;
  /** Plays the saved conversations first (default). */
  runTests?: boolean;
  /** Publishes although some of them do not hold. */
  ignoreFailedTests?: boolean;
};

/**
 * Publishes the draft of a locked flow as its next immutable version and makes the flow active; one that was put away is
 * back then. A draft with errors is 422 `invalid_flow` (warnings do not matter), one whose saved conversations do not
 * hold 422 `flow_tests_failed`. A draft that is the published version already is only activated.
 */
export async function publishDraft(
  tx: Tx,
  deps: FlowDeps,
  flow: FlowEntity,
  order: Order,
): Promise<FlowEntity> {
  const key = { id: flow.id, workspaceId: flow.workspaceId };
  if (!flow.hasUnpublishedChanges && flow.publishedVersionId !== null) {
    const activated = await flowRepository.save(tx, key, {
      status: 'active',
      archivedAt: null,
      editedByUserId: order.userId,
    });
    await bumpAccountRevision(tx, { accountId: flow.instagramAccountId });
    return activated;
  }
  const definition = parseDocument(flow.flowDefinition);
  const problems = await checkFlow(tx, deps, { definition, flow });
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw invalidFlow('This flow cannot be published yet.', errors);
  if ((order.runTests ?? true) && !order.ignoreFailedTests) await requireTests(tx, flow, definition);
  const version = await flowVersionRepository.append(tx, {
    id: newId(),
    workspaceId: flow.workspaceId,
    flowId: flow.id,
    definition: toJson(definition),
    note: order.note,
    publishedByUserId: order.userId,
  });
  const published = await flowRepository.save(tx, key, {
    status: 'active',
    archivedAt: null,
    publishedVersionId: version.id,
    hasUnpublishedChanges: false,
    errorCount: 0,
    editedByUserId: order.userId,
  });
  await bumpAccountRevision(tx, { accountId: flow.instagramAccountId });
  return published;
}

async function requireTests(tx: Tx, flow: FlowEntity, definition: FlowDefinition): Promise<void> {
  const { passed, results } = await runSavedTests(tx, { flow, definition });
  if (passed) return;
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const message = `Saved conversations do not hold any more (${failed.length} of ${results.length}). Correct the flow or them, or publish nevertheless.`;
  throw unprocessable(errorCodes.flowTestsFailed, message, failed);
}
