import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Contact, type JsonObject, type ResponseOf } from '@instaflow/contracts';
import {
  contactRepository,
  contactTurnRepository,
  flowRepository,
  pauseContactAutomation,
  type Tx,
} from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { toContact, toContactSummary } from './to-contact';

type TagsAnswer = ResponseOf<typeof endpoints.addContactTags>;

@Controller()
export class ContactsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.listContacts)
  list(call: Call<typeof endpoints.listContacts>): Promise<ResponseOf<typeof endpoints.listContacts>> {
    const { search, tag, ...request } = call.query;
    const { id: accountId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => {
      const page = await contactRepository.list(tx, { accountId, workspaceId, search, tag, request });
      const threads = await contactRepository.findThreads(
        tx,
        page.rows.map((contact) => contact.id),
      );
      return {
        contacts: page.rows.map((contact) => toContactSummary(contact, threads.get(contact.id))),
        total: page.total,
        nextCursor: page.nextCursor,
      };
    });
  }

  @Route(endpoints.getContact)
  get(call: Call<typeof endpoints.getContact>): Promise<Contact> {
    return inScope(this.deps, call, (tx) => showContact(tx, keyOf(call)));
  }

  @Route(endpoints.updateContact)
  update(call: Call<typeof endpoints.updateContact>): Promise<Contact> {
    const { firstName, lastName, email, phone, customAttributes } = call.body;
    const attributes: JsonObject = { ...customAttributes };
    // E-mail and phone are attributes with a place of their own in the API.
    if (email !== undefined) attributes['email'] = email;
    if (phone !== undefined) attributes['phone'] = phone;
    return inScope(this.deps, call, async (tx) => {
      await contactRepository.update(tx, keyOf(call), { firstName, lastName, attributes });
      return showContact(tx, keyOf(call));
    });
  }

  @Route(endpoints.addContactTags)
  addTags(call: Call<typeof endpoints.addContactTags>): Promise<TagsAnswer> {
    return inScope(this.deps, call, async (tx) => {
      await contactRepository.addTags(tx, keyOf(call), call.body.tags);
      return showTags(tx, keyOf(call));
    });
  }

  @Route(endpoints.removeContactTags)
  removeTags(call: Call<typeof endpoints.removeContactTags>): Promise<TagsAnswer> {
    return inScope(this.deps, call, async (tx) => {
      await contactRepository.removeTags(tx, keyOf(call), call.body.tags);
      return showTags(tx, keyOf(call));
    });
  }

  @Route(endpoints.pauseContactAutomation)
  pauseAutomation(call: Call<typeof endpoints.pauseContactAutomation>): Promise<Contact> {
    const now = this.deps.clock.now();
    const until = call.body.minutes === null ? null : now + call.body.minutes * 60_000;
    return inScope(this.deps, call, async (tx) => {
      await pauseContactAutomation(tx, { contactId: call.params.id, until, now });
      return showContact(tx, keyOf(call));
    });
  }

  @Route(endpoints.listContactTurns)
  listTurns(
    call: Call<typeof endpoints.listContactTurns>,
  ): Promise<ResponseOf<typeof endpoints.listContactTurns>> {
    const { id: contactId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => {
      const page = await contactTurnRepository.list(tx, { contactId, workspaceId, request: call.query });
      const names = await flowRepository.findNames(
        tx,
        page.rows.flatMap((turn) => turn.flowId ?? []),
      );
      return {
        turns: page.rows.map(({ id, at, ...turn }) => ({
          turnId: id,
          at: at.toISOString(),
          flowId: turn.flowId,
          flowName: names.get(turn.flowId ?? '') ?? null,
          runId: turn.runId,
          outcome: turn.outcome,
          candidates: turn.candidates,
          steps: turn.steps,
        })),
        total: page.total,
        nextCursor: page.nextCursor,
      };
    });
  }
}

async function showContact(tx: Tx, key: { id: string; workspaceId: string }): Promise<Contact> {
  const contact = found(await contactRepository.find(tx, key));
  const threads = await contactRepository.findThreads(tx, [contact.id]);
  return toContact(contact, threads.get(contact.id));
}

async function showTags(tx: Tx, key: { id: string; workspaceId: string }): Promise<TagsAnswer> {
  const contact = found(await contactRepository.find(tx, key));
  return { contactId: contact.id, tags: contact.tags };
}
