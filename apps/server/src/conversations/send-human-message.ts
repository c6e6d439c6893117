import { setTimeout as pause } from 'node:timers/promises';
import { v5 as idOfName, v7 as newId } from 'uuid';
import {
  errorCodes,
  type BodyOf,
  type DeliveryStatus,
  type ResponseOf,
  type endpoints,
} from '@instaflow/contracts';
import {
  enqueueHumanMessage,
  inWorkspaces,
  messageRepository,
  type HumanMessagePart,
  type MessageEntity,
  type Tx,
} from '@instaflow/db';
import { describeOutgoing } from '@instaflow/instagram';
import { notFound, unprocessable } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { found } from '../http/found';
import { refuseContent } from './refuse-content';
import { resolveAttachments } from './resolve-attachments';
import { toMessage } from './to-message';
import { toOutgoing } from './to-outgoing';

type SendBody = BodyOf<typeof endpoints.sendMessage>;
/** `requestKey`: the `Idempotency-Key` of the request, for a message that was stored when its request broke off. */
type Sending = {
  conversationId: string;
  workspaceId: string;
  userId: string;
  body: SendBody;
  requestKey?: unknown;
};
const patienceMs = 3_000;
const pollMs = 40;
const settled: ReadonlySet<DeliveryStatus> = new Set([
  'sent',
  'delivered',
  'read',
  'failed',
  'cancelled',
  'uncertain',
]);

/**
 * Sends what a person wrote: automation of the contact stops, the message goes out before all automated ones. What does not
 * fit into one message of Instagram becomes several in order; the first one is answered. Waits at most three seconds
 * for Instagram's confirmation. 422 `outside_messaging_window` when nobody may write any more.
 */
export async function sendHumanMessage(
  deps: Pick<Dependencies, 'appSource' | 'clock' | 'wakeDelivery' | 'mediaLinks'>,
  input: Sending,
): Promise<ResponseOf<typeof endpoints.sendMessage>> {
  const { conversationId, workspaceId, userId } = input;
  const firstId = idOfPart(input, 0);
  const outcome = await inWorkspaces(deps.appSource, [workspaceId], async (tx) => {
    const stored = await messageRepository.find(tx, { id: firstId, conversationId });
    if (stored !== null) return { kind: 'queued' as const };
    const parts = await toParts(tx, deps, input, firstId);
    return enqueueHumanMessage(tx, { conversationId, userId, parts, now: deps.clock.now() });
  });
  if (outcome.kind === 'not_found') throw notFound();
  if (outcome.kind === 'outside_messaging_window') throw outsideWindow();
  deps.wakeDelivery();
  const message = await awaitOutcome(deps, { conversationId, workspaceId, id: firstId });
  const isSent = ['sent', 'delivered', 'read'].includes(message.deliveryStatus);
  return { messageLogId: message.id, status: isSent ? 'sent' : 'queued', message: toMessage(message, deps) };
}

/** The messages to queue. 422 for what Instagram would refuse, before anything is stored. */
async function toParts(
  tx: Tx,
  deps: Pick<Dependencies, 'mediaLinks' | 'clock'>,
  input: Sending,
  firstId: string,
): Promise<HumanMessagePart[]> {
  const { body, conversationId, workspaceId } = input;
  const messages = toOutgoing(body, await resolveAttachments(tx, deps, { body, workspaceId }));
  refuseContent(messages);
  const replyToMid = await findRepliedMid(tx, { id: body.replyToMessageId, conversationId });
  return messages.map((message, index) => {
    const reply = index === 0 && replyToMid !== null ? { replyToMid } : {};
    const { type, content, preview } = describeOutgoing(message);
    const id = index === 0 ? firstId : idOfPart(input, index);
    return { id, payload: { message, ...reply }, type, content: { ...content, ...reply }, preview };
  });
}

async function findRepliedMid(
  tx: Tx,
  { id, conversationId }: { id: string | undefined; conversationId: string },
): Promise<string | null> {
  if (id === undefined) return null;
  const replied = await messageRepository.find(tx, { id, conversationId });
  if (replied === null || replied.mid === null || replied.type === 'deleted') throw cannotReply();
  return replied.mid;
}

/** Any UUID of our own: it only keeps the names below apart from those of others. */
const namespace = '6f0d6a3e-54c7-4c53-9d0b-3b6f1f7d9a52';

/**
 * The same request names the same message: it may be made again after the program died, or failed, between storing
 * the message and answering, and must not send it twice.
 */
function idOfPart({ requestKey, userId, conversationId, body }: Sending, index: number): string {
  if (typeof requestKey !== 'string') return newId();
  return idOfName(JSON.stringify([userId, requestKey, conversationId, body, index]), namespace);
}

async function awaitOutcome(
  deps: Pick<Dependencies, 'appSource'>,
  { conversationId, workspaceId, id }: { conversationId: string; workspaceId: string; id: string },
): Promise<MessageEntity> {
  const read = () =>
    inWorkspaces(deps.appSource, [workspaceId], async (tx) =>
      found(await messageRepository.find(tx, { id, conversationId })),
    );
  let message = await read();
  for (let waitedMs = 0; waitedMs < patienceMs && !settled.has(message.deliveryStatus); waitedMs += pollMs) {
    await pause(pollMs);
    message = await read();
  }
  return message;
}

function cannotReply() {
  return unprocessable('unknown_message', 'The message that is answered is not there any more.', [
    { path: 'replyToMessageId', message: 'is no message of this conversation that Instagram knows' },
  ]);
}

function outsideWindow() {
  return unprocessable(
    errorCodes.outsideMessagingWindow,
    'The last message of this person is more than seven days old: Instagram takes no message until they write again.',
  );
}
