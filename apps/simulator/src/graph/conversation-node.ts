import type { Simulation } from '../simulation';
import type { Message } from '../threads/message';
import type { Thread } from '../threads/thread';
import { requireScope } from './authenticate';
import type { GraphAnswer, GraphCall } from './graph-call';
import { formatGraphTime } from './graph-time';
import { paginate } from './paginate';
import { readText } from './read-params';
import { refusals } from './refusals';
import { parseFields, selectFields } from './select-fields';

const secondMs = 1000;
const idleRequestMs = 30 * 24 * 3_600_000;
/** Meta gives details of the newest messages only. */
const detailedMessages = 20;

/** GET /{IG_ID}/conversations?platform=instagram[&user_id=IGSID]. */
export function listConversations(simulation: Simulation, call: GraphCall): GraphAnswer {
  checkAccess(simulation, call);
  const { world, clock, baseUrl } = simulation;
  call.account.hasListedConversations = true;
  // Without the platform a Page lists its Messenger conversations, of which there are none.
  if (call.token.login === 'page' && readText(call.params, 'platform') !== 'instagram') {
    return { body: { data: [] } };
  }
  const userId = readText(call.params, 'user_id');
  const threads = [...world.threads.values()]
    .filter((thread) => thread.accountId === call.account.userId && (!userId || thread.igsid === userId))
    .filter(
      (thread) => thread.businessFolder !== 'requests' || clock.now() - thread.updatedAt <= idleRequestMs,
    )
    .sort((left, right) => right.updatedAt - left.updatedAt)
    .map((thread) => ({ id: thread.conversationId, thread }));
  const url = `${baseUrl}/${call.node}/conversations`;
  const page = paginate(threads, { params: call.params, defaultLimit: 25, maxLimit: 100, url });
  const fields = parseFields(readText(call.params, 'fields') ?? 'id,updated_time');
  const data = page.items.map(({ thread }) => selectFields(describeThread(simulation, thread), fields));
  return { body: { data, paging: page.paging } };
}

/** GET /{conversation-id}?fields=messages{…}: newest first. */
export function readConversation(simulation: Simulation, call: GraphCall, thread: Thread): GraphAnswer {
  checkAccess(simulation, call);
  if (thread.accountId !== call.account.userId) throw refusals.unknownObject(call.node, call.method);
  const fields = parseFields(readText(call.params, 'fields') ?? 'id,updated_time');
  return { body: selectFields(describeThread(simulation, thread), fields), igsid: thread.igsid };
}

/** GET /{message-id}. */
export function readMessage(simulation: Simulation, call: GraphCall, message: Message): GraphAnswer {
  checkAccess(simulation, call);
  if (message.accountId !== call.account.userId) throw refusals.unknownObject(call.node, call.method);
  const newest = simulation.world.threads.get(message.igsid)?.mids.slice(-detailedMessages) ?? [];
  if (message.isDeleted || !newest.includes(message.mid)) throw refusals.messageGone();
  const fields = parseFields(readText(call.params, 'fields') ?? 'id,created_time');
  return { body: selectFields(describeMessage(simulation, message), fields), igsid: message.igsid };
}

function checkAccess(simulation: Simulation, call: GraphCall): void {
  const { world, rates } = simulation;
  requireScope(call.token, 'manage_messages');
  if (call.account.isMessageAccessOff) throw refusals.messageAccessOff();
  const limit = world.switches.conversationCallsPerSecond;
  const key = `conversations/${call.account.userId}`;
  if (!rates.tryTake({ key, limit, windowMs: secondMs })) throw refusals.tooFast(world.switches);
}

function describeThread(simulation: Simulation, thread: Thread): Record<string, unknown> {
  const messages = thread.mids
    .toReversed()
    .flatMap((mid) => simulation.world.messages.get(mid) ?? [])
    .filter((message) => !message.isDeleted)
    .map((message, index) =>
      index < detailedMessages
        ? describeMessage(simulation, message)
        : { id: message.mid, created_time: formatGraphTime(message.at) },
    );
  return {
    id: thread.conversationId,
    updated_time: formatGraphTime(thread.updatedAt),
    messages: { data: messages },
    participants: { data: [businessOf(simulation, thread), personOf(simulation, thread)] },
  };
}

function describeMessage(simulation: Simulation, message: Message): Record<string, unknown> {
  const person = personOf(simulation, message);
  const business = businessOf(simulation, message);
  const [from, to] = message.direction === 'in' ? [person, business] : [business, person];
  return {
    id: message.mid,
    created_time: formatGraphTime(message.at),
    from,
    to: { data: [to] },
    message: message.text ?? '',
    attachments: message.attachments
      ? { data: message.attachments.map(({ type, payload }) => ({ type, file_url: payload['url'] })) }
      : undefined,
    is_unsupported: message.isUnsupported,
  };
}

function personOf(simulation: Simulation, { igsid }: { igsid: string }): { username: string; id: string } {
  return { username: simulation.world.persons.get(igsid)?.username ?? '', id: igsid };
}

function businessOf(
  simulation: Simulation,
  { accountId }: { accountId: string },
): { username: string; id: string } {
  return { username: simulation.world.accounts.get(accountId)?.username ?? '', id: accountId };
}
