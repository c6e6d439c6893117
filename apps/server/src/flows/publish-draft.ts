import { v7 as newId } from 'uuid';
import {
  bumpAccountRevision,
  flowRepository,
  flowVersionRepository,
  type FlowEntity,
  type Tx,
} from '@instaflow/db';
import { checkFlow } from './check-flow';
import { invalidFlow, parseDocument, toJson } from './flow-document';

/**
 * Publishes the draft of a locked flow as its next immutable version and makes the flow active. A draft with errors
 * is 422 `invalid_flow`; warnings do not matter. A draft that is the published version already is only activated.
 */
export async function publishDraft(
  tx: Tx,
  flow: FlowEntity,
  { note, userId }: { note: string; userId: string },
): Promise<FlowEntity> {
  const key = { id: flow.id, workspaceId: flow.workspaceId };
  if (!flow.hasUnpublishedChanges && flow.publishedVersionId !== null) {
    const activated = await flowRepository.save(tx, key, { status: 'active' });
    await bumpAccountRevision(tx, { accountId: flow.instagramAccountId });
    return activated;
  }
  const definition = parseDocument(flow.flowDefinition);
  const problems = await checkFlow(tx, { definition, flow });
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw invalidFlow('This flow cannot be published yet.', errors);
  const version = await flowVersionRepository.append(tx, {
    id: newId(),
    workspaceId: flow.workspaceId,
    flowId: flow.id,
    definition: toJson(definition),
    note,
    publishedByUserId: userId,
  });
  const published = await flowRepository.save(tx, key, {
    status: 'active',
    publishedVersionId: version.id,
    hasUnpublishedChanges: false,
  });
  await bumpAccountRevision(tx, { accountId: flow.instagramAccountId });
  return published;
}
