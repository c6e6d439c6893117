import { v7 as newId } from 'uuid';
import {
  jsonObject,
  type BodyOf,
  type ResponseOf,
  type SimulatedEvent,
  type endpoints,
} from '@instaflow/contracts';
import type { FlowEntity } from '@instaflow/db';
import { triggerSnapshotSchema, type FlowSource } from '@instaflow/flow-engine';
import type { Dependencies } from '../dependencies';
import { loadAccountContext } from '../triggers/load-account-context';
import { anonymousContact } from './anonymous-contact';
import { parseDocument } from './flow-document';
import { SimulatedTalk } from './simulated-talk';

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
  const talk = new SimulatedTalk({
    now: deps.clock.now(),
    seed,
    apiAnswers,
    draft,
    account: {
      ...context.account,
      pausedAt: null,
      settings: { ...context.account.settings, autoRespond: true, debounceWindowMs: 0, cooldownMs: 0 },
    },
    triggers: [catchAllComments(draft, deps.clock.now())],
    contact: { ...anonymousContact(newId()), ...defined(contact) },
    findFlow: (flowId) => (flowId === draft.flowId ? draft : context.findFlow(flowId)),
    findVersion: (id) => (id === draft.flowVersionId ? draft : context.findVersion(id)),
  });
  for (const event of events) play(talk, event);
  const { transcript, trace, status } = talk;
  return {
    transcript,
    trace: trace.map((step) => jsonObject.parse(step)),
    status,
    contact: jsonObject.parse(talk.contact),
  };
}

function play(talk: SimulatedTalk, event: SimulatedEvent): void {
  switch (event.type) {
    case 'start':
      return talk.start();
    case 'text':
      return talk.receive({ kind: 'text', text: event.text, payload: null });
    case 'tap':
      return talk.receive({ kind: 'postback', text: event.title ?? null, payload: event.payload });
    case 'comment':
      return talk.receive({ kind: 'comment', text: event.text, payload: null });
    case 'advance':
      return talk.advance(event.ms);
  }
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
