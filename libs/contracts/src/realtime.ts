import { z } from 'zod';
import { conversation, message } from './conversations';
import { instagramAccount } from './instagram-accounts';
import { notification } from './notifications';
import { timestamp, uuid } from './primitives';

/** Path of the WebSocket below the origin. */
export const realtimePath = '/api/v1/realtime';

/**
 * First message of a client, within 5 s of the connection; the token never travels in the address.
 * `since` is the `id` of the last event seen: what came after it is sent first.
 */
export const realtimeHello = z.strictObject({
  type: z.literal('authenticate'),
  token: z.string().max(4_000),
  since: z.string().max(100).nullable().default(null),
});
export type RealtimeHello = z.input<typeof realtimeHello>;

/**
 * Sent every 10 s, and at once when it changes, by who looks at a flow; a socket looks at one flow at a time. Null as
 * `flowId`: at none any more. After 25 s of silence somebody is gone.
 */
export const realtimePresence = z.strictObject({
  type: z.literal('flow.presence'),
  flowId: uuid.nullable(),
  /** The step that is open. */
  nodeId: z.string().max(200).nullable(),
});
export type RealtimePresence = z.input<typeof realtimePresence>;

/** In the canvas's own units, so that it means the same whatever part of the flow somebody looks at, and how near. */
const pointerCoordinate = z.number().min(-1e6).max(1e6);

/**
 * Where the pointer of somebody stands on the canvas of the flow their socket looks at; null: nowhere on it any more.
 * Sent at most ten times a second, and only while somebody else looks at the flow. It is told and forgotten: what comes
 * too fast, from elsewhere or to a slow reader is dropped in silence.
 */
export const realtimePointer = z.strictObject({
  type: z.literal('flow.pointer'),
  flowId: uuid,
  position: z.strictObject({ x: pointerCoordinate, y: pointerCoordinate }).nullable(),
});
export type RealtimePointer = z.infer<typeof realtimePointer>;

/** Whatever a client may say. */
export const realtimeClientMessage = z.discriminatedUnion('type', [
  realtimeHello,
  realtimePresence,
  realtimePointer,
]);
export type RealtimeClientMessage = z.input<typeof realtimeClientMessage>;

const envelope = { id: z.string(), workspaceId: uuid, instagramAccountId: uuid, at: timestamp };

export const runUpdate = z.object({
  runId: uuid,
  contactId: uuid,
  flowId: uuid,
  status: z.string(),
  nodeId: z.string().nullable(),
});

/** Something was said, reworded, deleted or decided in a thread of comments; what, is read over HTTP. */
export const flowCommentUpdate = z.object({
  commentId: uuid,
  flowId: uuid,
  nodeId: z.string().nullable(),
});

/**
 * Events of the stream. Each carries the whole object as the HTTP API shows it, so no follow-up read is needed; but for
 * comments, of which only windows with the flow open want to know.
 */
export const realtimeEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message.created'), ...envelope, data: message }),
  z.object({ type: z.literal('message.updated'), ...envelope, data: message }),
  z.object({ type: z.literal('conversation.updated'), ...envelope, data: conversation }),
  z.object({ type: z.literal('run.updated'), ...envelope, data: runUpdate }),
  z.object({ type: z.literal('account.updated'), ...envelope, data: instagramAccount }),
  /** Only for roles that see flows. */
  z.object({ type: z.literal('flow_comment.updated'), ...envelope, data: flowCommentUpdate }),
  /** Only for the user it tells. */
  z.object({ type: z.literal('notification.created'), ...envelope, data: notification }),
]);
export type RealtimeEvent = z.infer<typeof realtimeEvent>;
export type RealtimeEventType = RealtimeEvent['type'];

/** What the server sends besides events. `resync`: too much was missed, read everything again. */
export const realtimeControl = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), since: z.string() }),
  z.object({ type: z.literal('resync'), since: z.string() }),
  z.object({ type: z.literal('error'), code: z.string(), message: z.string() }),
]);

/** Who looks at a flow now, told to those who look at it; each person once, where they were last. */
export const flowPresence = z.object({
  type: z.literal('flow.presence'),
  flowId: uuid,
  people: z.array(
    z.object({ userId: uuid, name: z.string(), nodeId: z.string().nullable(), seenAt: timestamp }),
  ),
});
export type FlowPresence = z.infer<typeof flowPresence>;

/**
 * Where the pointer of somebody else stands, told to those who look at the same flow; null: nowhere on the canvas any
 * more. The names are in `flow.presence`. After 10 s without a word a pointer is not shown any longer.
 */
export const flowPointer = z.object({ ...realtimePointer.shape, userId: uuid });
export type FlowPointer = z.infer<typeof flowPointer>;

export const realtimeServerMessage = z.union([realtimeEvent, realtimeControl, flowPresence, flowPointer]);
export type RealtimeServerMessage = z.infer<typeof realtimeServerMessage>;
