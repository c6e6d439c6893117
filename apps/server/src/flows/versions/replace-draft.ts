import { flowRepository, flowVersionRepository, type FlowEntity, type Tx } from '@instaflow/db';
import { parseFlowDefinition } from '@instaflow/flow-model';
import { countErrors } from '../drafts/check-flow';
import type { FlowDeps } from '../flow-deps';
import { keepDraft } from './keep-draft';

/** Puts a stored document in place of the draft of a locked flow, which is kept for 30 days. */
export async function replaceDraft(
  tx: Tx,
  deps: FlowDeps,
  { flow, definition, userId }: { flow: FlowEntity; definition: object; userId: string },
): Promise<FlowEntity> {
  await keepDraft(tx, deps, { flow, userId });
  const { id, workspaceId, publishedVersionId } = flow;
  const live =
    publishedVersionId === null
      ? null
      : await flowVersionRepository.findById(tx, { id: publishedVersionId, workspaceId });
  const parsed = parseFlowDefinition(definition);
  return flowRepository.save(
    tx,
    { id, workspaceId },
    {
      flowDefinition: definition,
      editedByUserId: userId,
      hasUnpublishedChanges: live === null || !isSame(live.definition, definition),
      errorCount: parsed.ok ? await countErrors(tx, deps, { definition: parsed.definition, flow }) : 1,
    },
  );
}

/** Both come out of the database, which puts keys in one order. */
function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
