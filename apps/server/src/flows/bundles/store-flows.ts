import { v7 as newId } from 'uuid';
import {
  bumpAccountRevision,
  flowRepository,
  flowTestRepository,
  triggerRepository,
  type FlowEntity,
  type Tx,
} from '@instaflow/db';
import type { LoadedBundle, LoadedFlow } from '@instaflow/flow-model';
import { postFields } from '../../triggers/post-fields';
import { countErrors } from '../drafts/check-flow';
import { toJson } from '../drafts/flow-document';
import type { FlowDeps } from '../flow-deps';
import { toStoredTest } from '../tests/stored-test';
import { readTriggers } from './read-triggers';

type Place = { workspaceId: string; accountId: string };
type StoreOrder = { bundle: LoadedBundle; place: Place; areTriggersOff: boolean; userId: string };

/**
 * Makes drafts of the flows of a bundle, whose ids are free ones by now, with their triggers and saved conversations.
 * `areTriggersOff` switches all triggers off. Answers the flows in the order of the bundle.
 */
export async function storeFlows(
  tx: Tx,
  deps: FlowDeps,
  { bundle, place, areTriggersOff, userId }: StoreOrder,
): Promise<FlowEntity[]> {
  const { workspaceId, accountId } = place;
  for (const flow of bundle.flows) {
    await flowRepository.create(tx, {
      id: flow.id,
      workspaceId,
      instagramAccountId: accountId,
      name: flow.name,
      description: flow.description,
      flowDefinition: toJson(flow.definition),
      createdByUserId: userId,
    });
    await storeTriggers(tx, deps, { flow, place, areTriggersOff });
    await storeTests(tx, flow, workspaceId);
  }
  await bumpAccountRevision(tx, { accountId });
  // Only now are all flows there that they go to.
  const stored: FlowEntity[] = [];
  for (const { id, definition } of bundle.flows) {
    const flow = { id, workspaceId, instagramAccountId: accountId };
    const errorCount = await countErrors(tx, deps, { definition, flow });
    stored.push(await flowRepository.place(tx, { id, workspaceId }, { errorCount }));
  }
  return stored;
}

async function storeTriggers(
  tx: Tx,
  { clock }: FlowDeps,
  { flow, place, areTriggersOff }: { flow: LoadedFlow; place: Place; areTriggersOff: boolean },
): Promise<void> {
  for (const trigger of readTriggers(flow.triggers)) {
    const { type, keyword = null, postScope, ...fields } = trigger;
    await triggerRepository.create(tx, {
      ...fields,
      ...postFields({ postScope, postPermalink: fields.postPermalink }, clock.now()),
      ...(areTriggersOff ? { status: 'inactive' } : {}),
      type,
      keyword,
      id: newId(),
      workspaceId: place.workspaceId,
      instagramAccountId: place.accountId,
      flowId: flow.id,
    });
  }
}

async function storeTests(tx: Tx, flow: LoadedFlow, workspaceId: string): Promise<void> {
  const tests = flow.tests.map((test) => ({
    id: newId(),
    flowId: flow.id,
    workspaceId,
    test: toStoredTest(test, flow.id),
  }));
  await flowTestRepository.createMany(tx, tests);
}
