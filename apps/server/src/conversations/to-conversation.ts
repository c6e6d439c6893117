import { messagingLimits, type Conversation } from '@instaflow/contracts';
import type { ConversationEntity } from '@instaflow/db';
import { toIso } from '../http/to-iso';

/** A conversation as the HTTP API and the stream show it. */
export function toConversation(conversation: ConversationEntity): Conversation {
  const { contact, lastUserMessageAt } = conversation;
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return {
    conversationId: conversation.id,
    instagramAccountId: conversation.instagramAccountId,
    contactId: conversation.contactId,
    instagramUsername: contact.instagramUsername,
    contactName: name === '' ? null : name,
    profilePictureUrl: contact.profilePictureUrl,
    status: conversation.status,
    assignedAgentId: conversation.assignedAgentId,
    lastMessageId: conversation.lastMessageId,
    lastMessageContent: conversation.lastMessagePreview,
    lastMessageDirection: conversation.lastMessageDirection,
    lastMessageTimestamp: toIso(conversation.lastMessageAt),
    unreadCount: conversation.unreadCount,
    windowExpiresAt:
      lastUserMessageAt === null
        ? null
        : new Date(lastUserMessageAt.getTime() + messagingLimits.windowMs).toISOString(),
    automationPausedUntil: toIso(conversation.automationPausedUntil),
    currentFlowId: contact.currentFlowId,
    qualificationState: conversation.qualificationState,
    aiEnabled: conversation.aiEnabled,
    context: conversation.context,
    lastUserMessageAt: toIso(lastUserMessageAt),
    lastBotMessageAt: toIso(conversation.lastBotMessageAt),
    cooldownUntil: toIso(conversation.cooldownUntil),
    tags: contact.tags,
    startedAt: conversation.startedAt.toISOString(),
    closedAt: toIso(conversation.closedAt),
    createdAt: conversation.createdAt.toISOString(),
    updatedAt: conversation.updatedAt.toISOString(),
  };
}
