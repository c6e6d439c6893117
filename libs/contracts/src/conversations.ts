import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { mediaState } from './media';
import { outgoingBody } from './outgoing-messages';
import { pageOf, pageQueryShape, queryBoolean } from './pagination';
import { idParams, jsonObject, timestamp, uuid } from './primitives';

export const conversationStatus = z.enum(['open', 'pending_human', 'scheduled', 'closed']);
export type ConversationStatus = z.infer<typeof conversationStatus>;

export const qualificationState = z.enum(['new', 'qualifying', 'qualified', 'booked', 'closed']);

export const deliveryStatus = z.enum([
  'received',
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'failed',
  'uncertain',
  'cancelled',
]);
export type DeliveryStatus = z.infer<typeof deliveryStatus>;

export const messageType = z.enum([
  'text',
  'image',
  'video',
  'audio',
  'file',
  'carousel',
  'button_response',
  'quick_reply_response',
  'comment',
  'comment_reply',
  'story_reply',
  'story_mention',
  'share',
  'reaction',
  'unsupported',
  'deleted',
]);
export type MessageType = z.infer<typeof messageType>;

/** What a message shows. Every field is optional because kinds differ; unknown further fields may appear. */
export const messageContent = z.looseObject({
  text: z.string().nullish(),
  mediaUrl: z.string().nullish(),
  mediaType: z.string().nullish(),
  mediaState: mediaState.optional(),
  /** For people: why there is no file, or only Instagram's address of it. */
  mediaError: z.string().optional(),
  /** The story that is answered. */
  storyUrl: z.string().nullish(),
  storyState: mediaState.optional(),
  storyError: z.string().optional(),
  payload: z.string().nullish(),
  quickReplies: z.array(z.looseObject({ title: z.string(), payload: z.string() })).nullish(),
  buttons: z
    .array(
      z.looseObject({
        type: z.string(),
        title: z.string(),
        payload: z.string().nullish(),
        url: z.string().nullish(),
      }),
    )
    .nullish(),
  commentId: z.string().nullish(),
  mediaId: z.string().nullish(),
});
export type MessageContent = z.infer<typeof messageContent>;

export const message = z.object({
  messageLogId: uuid,
  conversationId: uuid,
  contactId: uuid,
  instagramAccountId: uuid,
  direction: z.enum(['inbound', 'outbound']),
  type: messageType,
  content: messageContent,
  timestamp,
  isAutomated: z.boolean(),
  deliveryStatus,
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Of a queued message that quiet hours hold: when they end. */
  heldUntil: timestamp.nullable(),
  mid: z.string().nullable(),
  sentByUserId: uuid.nullable(),
  flowId: uuid.nullable(),
  nodeId: z.string().nullable(),
  isConsolidated: z.boolean(),
  originalMids: z.array(z.string()),
});
export type Message = z.infer<typeof message>;

export const conversation = z.object({
  conversationId: uuid,
  instagramAccountId: uuid,
  contactId: uuid,
  instagramUsername: z.string().nullable(),
  contactName: z.string().nullable(),
  profilePictureUrl: z.string().nullable(),
  status: conversationStatus,
  assignedAgentId: uuid.nullable(),
  lastMessageId: uuid.nullable(),
  lastMessageContent: z.string().nullable(),
  lastMessageDirection: z.enum(['inbound', 'outbound']).nullable(),
  lastMessageTimestamp: timestamp.nullable(),
  unreadCount: z.number().int(),
  windowExpiresAt: timestamp.nullable(),
  automationPausedUntil: timestamp.nullable(),
  currentFlowId: uuid.nullable(),
  qualificationState,
  aiEnabled: z.boolean(),
  context: jsonObject,
  lastUserMessageAt: timestamp.nullable(),
  lastBotMessageAt: timestamp.nullable(),
  cooldownUntil: timestamp.nullable(),
  tags: z.array(z.string()),
  startedAt: timestamp,
  closedAt: timestamp.nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Conversation = z.infer<typeof conversation>;

const changesConversation = (path: `/${string}`, summary: string) =>
  defineEndpoint({
    method: 'POST',
    path,
    access: 'agent',
    tag: 'conversations',
    summary,
    status: 200,
    params: idParams,
    response: conversation,
  });

export const conversationEndpoints = {
  listConversations: defineEndpoint({
    method: 'GET',
    path: '/instagram-accounts/{id}/conversations',
    access: 'viewer',
    tag: 'conversations',
    summary: 'Conversations of an account, the latest message first',
    status: 200,
    params: idParams,
    query: z.strictObject({
      ...pageQueryShape,
      status: conversationStatus.optional(),
      search: z.string().max(200).optional(),
      assignedTo: z.union([uuid, z.enum(['me', 'nobody'])]).optional(),
      tag: z.string().max(100).optional(),
      unread: queryBoolean.optional(),
    }),
    response: pageOf({ conversations: z.array(conversation) }),
  }),
  getConversation: defineEndpoint({
    method: 'GET',
    path: '/conversations/{id}',
    access: 'viewer',
    tag: 'conversations',
    summary: 'One conversation',
    status: 200,
    params: idParams,
    response: conversation,
  }),
  listMessages: defineEndpoint({
    method: 'GET',
    path: '/conversations/{id}/messages',
    access: 'viewer',
    tag: 'conversations',
    summary: 'Messages: page 1 holds the latest ones; within a page the oldest comes first',
    status: 200,
    params: idParams,
    query: z.strictObject(pageQueryShape),
    response: pageOf({ messages: z.array(message) }),
  }),
  sendMessage: defineEndpoint({
    method: 'POST',
    path: '/conversations/{id}/messages',
    access: 'agent',
    tag: 'conversations',
    summary: 'Sends a message of a person; automation of this contact stops',
    status: 201,
    params: idParams,
    body: outgoingBody,
    response: z.object({ messageLogId: uuid, status: z.enum(['sent', 'queued']), message }),
  }),
  setConversationStatus: defineEndpoint({
    method: 'PUT',
    path: '/conversations/{id}/status',
    access: 'agent',
    tag: 'conversations',
    summary: 'Opens, closes or hands a conversation to people',
    status: 200,
    params: idParams,
    body: z.strictObject({ status: z.enum(['open', 'closed', 'pending_human']) }),
    response: conversation,
  }),
  takeOver: changesConversation(
    '/conversations/{id}/takeover',
    'Takes the conversation over from automation',
  ),
  release: changesConversation('/conversations/{id}/release', 'Gives the conversation back to automation'),
  markRead: changesConversation('/conversations/{id}/read', 'Sets the unread count to zero'),
  assignConversation: defineEndpoint({
    method: 'POST',
    path: '/conversations/{id}/assign',
    access: 'agent',
    tag: 'conversations',
    summary: 'Assigns the conversation to a member of the workspace, or to nobody',
    status: 200,
    params: idParams,
    body: z.strictObject({ userId: uuid.nullable() }),
    response: conversation,
  }),
};
