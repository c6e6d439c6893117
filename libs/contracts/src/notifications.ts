import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { pageOf, pageQueryShape, queryBoolean } from './pagination';
import { timestamp, uuid } from './primitives';

/**
 * A flow's message to the team · a person is asked for · a flow stopped with an error · an account stopped working · a
 * comment on a flow mentions the user.
 */
export const notificationKind = z.enum([
  'team_message',
  'human_takeover',
  'run_failed',
  'account_error',
  'flow_comment',
]);
export type NotificationKind = z.infer<typeof notificationKind>;

export const notification = z.object({
  notificationId: uuid,
  workspaceId: uuid,
  instagramAccountId: uuid,
  /** Whom it tells. */
  userId: uuid,
  kind: notificationKind,
  title: z.string(),
  message: z.string(),
  flowId: uuid.nullable(),
  runId: uuid.nullable(),
  nodeId: z.string().nullable(),
  commentId: uuid.nullable(),
  contactId: uuid.nullable(),
  conversationId: uuid.nullable(),
  createdAt: timestamp,
  readAt: timestamp.nullable(),
});
export type Notification = z.infer<typeof notification>;

export const notificationEndpoints = {
  listNotifications: defineEndpoint({
    method: 'GET',
    path: '/notifications',
    access: 'user',
    tag: 'notifications',
    summary: 'What the signed-in user was told, in all workspaces or in one, the latest first',
    status: 200,
    query: z.strictObject({
      ...pageQueryShape,
      workspaceId: uuid.optional(),
      unread: queryBoolean.optional(),
    }),
    response: pageOf({ notifications: z.array(notification) }).extend({ unreadCount: z.number().int() }),
  }),
  readNotifications: defineEndpoint({
    method: 'POST',
    path: '/notifications/read',
    access: 'user',
    tag: 'notifications',
    summary: 'Marks notifications as read: those named, or all',
    status: 200,
    body: z.union([
      z.strictObject({ notificationIds: z.array(uuid).min(1).max(100) }),
      z.strictObject({ all: z.literal(true) }),
    ]),
    response: z.object({ unreadCount: z.number().int() }),
  }),
};
