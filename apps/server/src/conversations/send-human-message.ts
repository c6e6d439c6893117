import { setTimeout as pause } from 'node:timers/promises';
import { v5 as idOfName, v7 as newId } from 'uuid';
import {
  errorCodes,
  type BodyOf,
  type DeliveryStatus,
  type ResponseOf,
  type endpoints,
} from '@instaflow/contracts';
import { enqueueHumanMessage, inWorkspaces, messageRepository, type MessageEntity } from '@instaflow/db';
import { splitText } from '@instaflow/flow-engine';
import { describeOutgoing, type OutgoingMessage } from '@instaflow/instagram';
import { notFound, unprocessable } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { found } from '../http/found';

import { toMessage } from './to-message';

type SendBody = BodyOf<typeof endpoints.sendMessage>;
/** `requestKey`: the `Idempotency-Key` of the request, for a message that was stored when its request broke off. */
type Sending = {
  conversationId: string;
  workspaceId: string;
  userId: string;
  body: SendBody;
  requestKey?: unknown;
};
type MediaType = NonNullable<SendBody['mediaType']>;

/** Instagram's limit for one message. */
const textLimit = { bytes: 1_000, characters: 1_000 };
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
 * Sends what a person wrote: automation of the contact stops, the message goes out before all automated ones. Text
 * over Instagram's limit becomes several messages in order; the first one is answered. Waits at most three seconds
 * for Instagram's confirmation. 422 `outside_messaging_window` when nobody may write any more.
 */
export async function sendHumanMessage(
  deps: Pick<Dependencies, 'appSource' | 'clock' | 'wakeDelivery'>,
  input: Sending,
): Promise<ResponseOf<typeof endpoints.sendMessage>> {
  const { conversationId, workspaceId, userId, body } = input;
  const parts = toOutgoing(body).map((message, index) => ({
    id: idOfPart(input, index),
    payload: { message },
    ...describeOutgoing(message),
  }));
  const outcome = await inWorkspaces(deps.appSource, [workspaceId], async (tx) => {
    const stored = await messageRepository.find(tx, { id: found(parts[0]).id, conversationId });
    if (stored !== null) return { kind: 'queued' as const };
    return enqueueHumanMessage(tx, { conversationId, userId, parts, now: deps.clock.now() });
  });
  if (outcome.kind === 'not_found') throw notFound();
  if (outcome.kind === 'outside_messaging_window') throw outsideWindow();
  deps.wakeDelivery();
  const message = await awaitOutcome(deps, { conversationId, workspaceId, id: found(parts[0]).id });
  const isSent = ['sent', 'delivered', 'read'].includes(message.deliveryStatus);
  return { messageLogId: message.id, status: isSent ? 'sent' : 'queued', message: toMessage(message) };
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

function toOutgoing({ text, mediaUrl, mediaType }: SendBody): OutgoingMessage[] {
  const media: OutgoingMessage[] =
    mediaUrl === undefined ? [] : [{ media: { url: mediaUrl, type: mediaType ?? guessMediaType(mediaUrl) } }];
  const texts = text === undefined ? [] : splitText(text, textLimit);
  return [...media, ...texts.map((part) => ({ text: part }))];
}

const byExtension: [RegExp, MediaType][] = [
  [/\.(mp4|mov|webm|avi|ogg)$/i, 'video'],
  [/\.(mp3|m4a|aac|wav)$/i, 'audio'],
  [/\.pdf$/i, 'file'],
];

function guessMediaType(url: string): MediaType {
  const { pathname } = new URL(url);
  return byExtension.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'image';
}

function outsideWindow() {
  return unprocessable(
    errorCodes.outsideMessagingWindow,
    'The last message of this person is more than seven days old: Instagram takes no message until they write again.',
  );
}
