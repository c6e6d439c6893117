import type { BodyOf, endpoints } from '@instaflow/contracts';
import {
  bumpAccountRevision,
  flowRepository,
  type FlowChanges,
  type FlowEntity,
  type Tx,
} from '@instaflow/db';
import { parseDocument, toJson } from './flow-document';
import { lockFlow } from './lock-flow';
import { publishDraft } from './publish-draft';

/**
 * Saves name, description and draft, and follows `status`: `active` publishes the draft as it is then, `inactive` and
 * `draft` keep the published version but start nobody any more. People standing in the flow walk on in their version.
 */
export async function updateFlow(
  tx: Tx,
  input: {
    key: { id: string; workspaceId: string };
    body: BodyOf<typeof endpoints.updateFlow>;
    userId: string;
  },
): Promise<FlowEntity> {
  const { key, body, userId } = input;
  const flow = await lockFlow(tx, key, body.revision);
  const saved = await saveFields(tx, flow, body);
  if (body.status === 'active') return publishDraft(tx, saved, { note: '', userId });
  if (body.status === undefined || body.status === saved.status) return saved;
  const stopped = await flowRepository.save(tx, key, { status: body.status });
  await bumpAccountRevision(tx, { accountId: flow.instagramAccountId });
  return stopped;
}

async function saveFields(
  tx: Tx,
  flow: FlowEntity,
  body: BodyOf<typeof endpoints.updateFlow>,
): Promise<FlowEntity> {
  const changes: FlowChanges = {};
  if (body.name !== undefined) changes.name = body.name;
  if (body.description !== undefined) changes.description = body.description;
  if (body.flowDefinition !== undefined) {
    changes.flowDefinition = toJson(parseDocument(body.flowDefinition));
    changes.hasUnpublishedChanges = true;
  }
  if (Object.keys(changes).length === 0) return flow;
  return flowRepository.save(tx, { id: flow.id, workspaceId: flow.workspaceId }, changes);
}
