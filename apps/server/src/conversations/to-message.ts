import type { Message } from '@instaflow/contracts';
import type { MessageEntity } from '@instaflow/db';
import type { Dependencies } from '../dependencies';
import { toIso } from '../http/to-iso';
import { presentMedia } from '../media/present-media';
import { toMessageError } from './to-message-error';

/** What showing a message needs: its files get addresses that work for some hours. */
export type MessageView = Pick<Dependencies, 'mediaLinks' | 'clock'>;

/** A message as the HTTP API and the stream show it. */
export function toMessage(message: MessageEntity, { mediaLinks, clock }: MessageView): Message {
  const { errorCode, errorMessage, deliveryStatus, heldUntil } = message;
  return {
    messageLogId: message.id,
    conversationId: message.conversationId,
    contactId: message.contactId,
    instagramAccountId: message.instagramAccountId,
    direction: message.direction,
    type: message.type,
    content: presentMedia(message.content, mediaLinks, clock.now()),
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
