import { v7 as newId } from 'uuid';
import type { BodyOf, ResponseOf, endpoints } from '@instaflow/contracts';
import type { FlowEntity } from '@instaflow/db';
import { createTalk, playMoves, triggerSnapshotSchema, type FlowSource } from '@instaflow/flow-engine';
import type { Dependencies } from '../../dependencies';
import { loadAccountContext } from '../../triggers/load-account-context';
import { anonymousContact } from './anonymous-contact';
import { parseDocument } from '../drafts/flow-document';
import { toSimulation } from './to-simulation';
import { toTalkMove } from './to-talk-move';

type Request = BodyOf<typeof endpoints.simulateFlow> & { flow: FlowEntity };

/**
 * Plays a conversation with the draft of a flow through the real engine, in memory: nothing is stored, nothing is
 * sent. Time begins now and passes by `advance` only. Debounce and cooldown do not apply.
 */
export async function simulateFlow(
  deps: Pick<Dependencies, 'engineSource' | 'log' | 'clock'>,
  { flow, events, contact, apiAnswers, seed }: Request,
): Promise<ResponseOf<typeof endpoints.simulateFlow>> {
  const context = await loadAccountContext(deps, flow.instagramAccountId);
  const draft: FlowSource = {
    flowId: flow.id,
    flowVersionId: `draft:${flow.id}`,
    name: flow.name,
    definition: parseDocument(flow.flowDefinition),
  };
  const talk = createTalk({
    now: deps.clock.now(),
    contact: { ...anonymousContact(newId()), ...defined(contact) },
    conversation: { isFirstContact: false },
  });
  const { settings } = context.account;
  const played = playMoves(talk, events.map(toTalkMove), {
    seed,
    answers: apiAnswers,
    draft,
    account: {
      ...context.account,
      pausedAt: null,
      settings: { ...settings, autoRespond: true, debounceWindowMs: 0, cooldownMs: 0 },
    },
    triggers: [catchAllComments(draft, deps.clock.now())],
    findFlow: context.findFlow,
    findVersion: context.findVersion,
  });
  return toSimulation(played);
}

/** A comment in a simulation is meant for this flow, whichever triggers it has. */
function catchAllComments(draft: FlowSource, now: number) {
  return triggerSnapshotSchema.parse({
    id: newId(),
    flowId: draft.flowId,
    type: 'comment_keyword',
    keyword: null,
    createdAt: now,
  });
}

function defined<T extends object>(values: T): Partial<T> {
  const kept: Partial<T> = { ...values };
  for (const key of Object.keys(values)) {
    if (Reflect.get(kept, key) === undefined) Reflect.deleteProperty(kept, key);
  }
  return kept;
}
