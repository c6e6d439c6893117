import { v7 as newId } from 'uuid';
import {
  bumpAccountRevision,
  flowRepository,
  inWorkspaces,
  triggerRepository,
  type TriggerFields,
  type Tx,
} from '@instaflow/db';
import { flowTemplates, type FlowDefinition } from '@instaflow/flow-model';
import type { TriggerType } from '@instaflow/contracts';
import type { Dependencies } from '../dependencies';
import { createFlow } from '../flows/create-flow';
import type { FlowDeps } from '../flows/flow-deps';
import { publishDraft } from '../flows/versions/publish-draft';

type Place = { workspaceId: string; accountId: string; userId: string };
type DemoTrigger = { type: TriggerType; keyword: string | null; publicReplies: string[] };

/** The two example flows, live, when the account has none yet. */
export async function seedDemoFlows(
  deps: Pick<Dependencies, 'appSource'> & FlowDeps,
  place: Place,
): Promise<void> {
  await inWorkspaces(deps.appSource, [place.workspaceId], async (tx) => {
    const known = await flowRepository.listIds(tx, place);
    if (known.length > 0) return;
    await addFlow(tx, deps, place, {
      name: 'Welcome',
      description: 'Greets people, shows the products or calls a person, and asks for the e-mail address.',
      definition: templateOf('welcome'),
      triggers: [
        { type: 'welcome_message', keyword: null, publicReplies: [] },
        { type: 'dm_keyword', keyword: 'hello, hi, help', publicReplies: [] },
      ],
    });
    await addFlow(tx, deps, place, {
      name: 'Comment to DM',
      description: 'Answers a comment that asks for the price with a direct message.',
      definition: templateOf('comment_to_dm'),
      triggers: [
        {
          type: 'comment_keyword',
          keyword: 'price, info, link',
          publicReplies: ['Just sent you a message!', 'Check your inbox.'],
        },
      ],
    });
    await bumpAccountRevision(tx, { accountId: place.accountId });
  });
}

async function addFlow(
  tx: Tx,
  deps: FlowDeps,
  { workspaceId, accountId, userId }: Place,
  demo: { name: string; description: string; definition: FlowDefinition; triggers: DemoTrigger[] },
): Promise<void> {
  const { triggers, ...fields } = demo;
  const flow = await createFlow(tx, deps, { ...fields, workspaceId, accountId, userId });
  for (const trigger of triggers) {
    await triggerRepository.create(tx, {
      ...defaults,
      ...trigger,
      id: newId(),
      workspaceId,
      instagramAccountId: accountId,
      flowId: flow.id,
    });
  }
  await publishDraft(tx, deps, flow, { note: '', userId });
}

const defaults: TriggerFields = {
  keyword: null,
  match: 'contains_word',
  allowTypos: false,
  excludeKeywords: [],
  priority: 0,
  oncePerContactHours: null,
  postPermalink: null,
  publicReplies: [],
  status: 'active',
};

function templateOf(id: (typeof flowTemplates)[number]['id']): FlowDefinition {
  const template = flowTemplates.find((candidate) => candidate.id === id);
  if (template === undefined) throw new Error(`the flow template ${id} is missing`);
  return template.create();
}
