import { v7 as newId } from 'uuid';
import type { BodyOf, ResponseOf, endpoints } from '@instaflow/contracts';
import { decideTurn, type AccountSnapshot, type InboundEvent } from '@instaflow/flow-engine';
import type { Dependencies } from '../dependencies';
import { loadAccountContext } from './load-account-context';
import { knownPerson, pinnedVersions, unknownPerson } from './person-asking';

type Question = BodyOf<typeof endpoints.resolveTriggers>;
type Answer = ResponseOf<typeof endpoints.resolveTriggers>;

/** Asks the engine itself which trigger a text would fire, without doing anything: for a contact, or for somebody unknown. */
export async function resolveTriggers(
  deps: Pick<Dependencies, 'engineSource' | 'log' | 'clock'>,
  { accountId, body }: { accountId: string; body: Question },
): Promise<Answer> {
  const now = deps.clock.now();
  const { contactId } = body;
  const person = contactId
    ? await knownPerson(deps, { accountId, contactId })
    : unknownPerson(newId(), body.isFirstContact);
  const context = await loadAccountContext(deps, accountId, pinnedVersions(person));
  const decision = decideTurn({
    ...context,
    ...person,
    now,
    account: withoutDelay(context.account),
    events: [toEvent(body, now)],
    timerDue: false,
    newRunId: newId(),
    die: 'resolve',
  });
  if (decision.kind === 'wait') return { triggerId: null, flowId: null, candidates: [] };
  const fired = context.triggers.find((trigger) => trigger.id === decision.firedTriggerId);
  return {
    triggerId: fired?.id ?? null,
    flowId: fired?.flowId ?? decision.run?.rootFlowId ?? null,
    candidates: decision.candidates,
  };
}

function withoutDelay(account: AccountSnapshot): AccountSnapshot {
  return { ...account, settings: { ...account.settings, debounceWindowMs: 0, cooldownMs: 0 } };
}

function toEvent(body: Question, now: number): InboundEvent {
  const id = newId();
  const event = { id, text: body.text, payload: null, mid: id, at: now };
  if (body.type === 'dm') return { ...event, kind: 'text' };
  return {
    ...event,
    kind: 'comment',
    comment: {
      commentId: id,
      mediaId: 'resolve',
      parentId: null,
      fromSelf: false,
      permalink: body.postPermalink ?? null,
    },
  };
}
