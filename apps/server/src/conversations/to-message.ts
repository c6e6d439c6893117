import type { Message } from '@instaflow/contracts';
import type { MessageEntity } from '@instaflow/db';
import { toIso } from '../http/to-iso';
import { toMessageError } from './to-message-error';

/** A message as the HTTP API and the stream show it. */
export function toMessage(message: MessageEntity): Message {
  const { errorCode, errorMessage, deliveryStatus, heldUntil } = message;
  return {
    messageLogId: message.id,
    conversationId: message.conversationId,
    contactId: message.contactId,
    instagramAccountId: message.instagramAccountId,
    direction: message.direction,
    type: message.type,
    content: message.content,
    timestamp: message.timestamp.toISOString(),
    isAutomated: message.isAutomated,
    deliveryStatus,
    error: toMessageError(errorCode, errorMessage),
    heldUntil: deliveryStatus === 'queued' ? toIso(heldUntil) : null,
    mid: message.mid,
    sentByUserId: message.sentByUserId,
    flowId: message.flowId,
    nodeId: message.nodeId,
    isConsolidated: message.isConsolidated,
    originalMids: message.originalMids,
  };
}
