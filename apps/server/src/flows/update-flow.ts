import { errorCodes, type BodyOf, type endpoints } from '@instaflow/contracts';
import {
  bumpAccountRevision,
  flowRepository,
  type FlowChanges,
  type FlowEntity,
  type Tx,
} from '@instaflow/db';
import {
  checkReplacement,
  isKind,
  parseFlowDefinition,
  type FlowDefinition,
  type FlowOperation,
} from '@instaflow/flow-model';
import { unprocessable } from '@instaflow/platform';
import { countErrors } from './drafts/check-flow';
import { parseDocument, toJson } from './drafts/flow-document';
import type { FlowDeps } from './flow-deps';
import { placeFlow } from './folders/place-flow';
import { lockFlow } from './lock-flow';
import { publishDraft } from './versions/publish-draft';

type Body = BodyOf<typeof endpoints.updateFlow>;

/**
 * Saves name, description and draft, and follows `status`: `active` publishes the draft as it is then, `inactive` and
 * `draft` keep the published version but start nobody any more. People standing in the flow walk on in their version.
 */
export async function updateFlow(
  tx: Tx,
  deps: FlowDeps,
  { key, body, userId }: { key: { id: string; workspaceId: string }; body: Body; userId: string },
): Promise<FlowEntity> {
  const flow = await lockFlow(tx, key, body.revision);
  const kept = await saveFields(tx, deps, flow, { body, userId });
  const saved = await placeFlow(tx, deps, kept, body);
  if (body.status === 'active') return publishDraft(tx, deps, saved, { note: '', userId });
  if (body.status === undefined || body.status === saved.status) return saved;
  const stopped = await flowRepository.save(tx, key, { status: body.status, editedByUserId: userId });
  await bumpAccountRevision(tx, { accountId: flow.instagramAccountId });
  return stopped;
}

async function saveFields(
  tx: Tx,
  deps: FlowDeps,
  flow: FlowEntity,
  { body, userId }: { body: Body; userId: string },
): Promise<FlowEntity> {
  const changes: FlowChanges = {};
  if (body.name !== undefined) changes.name = body.name;
  if (body.description !== undefined) changes.description = body.description;
  if (body.flowDefinition !== undefined) {
    const definition = parseDocument(body.flowDefinition);
    refuseEmptying(flow, definition, body.operations);
    changes.flowDefinition = toJson(definition);
    changes.hasUnpublishedChanges = true;
    changes.errorCount = await countErrors(tx, deps, { definition, flow });
  }
  if (Object.keys(changes).length === 0) return flow;
  const key = { id: flow.id, workspaceId: flow.workspaceId };
  return flowRepository.save(tx, key, { ...changes, editedByUserId: userId });
}

/** 422 for a save that would lose every step without a word; a stored draft nobody can read may be replaced. */
function refuseEmptying(
  flow: FlowEntity,
  after: FlowDefinition,
  operations: readonly FlowOperation[] | undefined,
): void {
  // Nearly every save: the stored document need not be read to know.
  if (after.nodes.some((node) => !isKind(node, 'start') && !isKind(node, 'note'))) return;
  const before = parseFlowDefinition(flow.flowDefinition);
  const problem = before.ok ? checkReplacement(before.definition, after, operations) : null;
  if (problem !== null) throw unprocessable(errorCodes.flowWouldBeEmptied, problem.message, [problem]);
}
