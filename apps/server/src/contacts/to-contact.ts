import type { Contact, ContactSummary, JsonValue } from '@instaflow/contracts';
import type { ContactEntity, ContactThread } from '@instaflow/db';
import { toIso } from '../http/to-iso';

/** A contact in a list. */
export function toContactSummary(contact: ContactEntity, thread: ContactThread | undefined): ContactSummary {
  return {
    contactId: contact.id,
    instagramAccountId: contact.instagramAccountId,
    conversationId: thread?.conversationId ?? null,
    instagramUserId: contact.instagramUserId,
    instagramUsername: contact.instagramUsername,
    firstName: contact.firstName,
    lastName: contact.lastName,
    profilePictureUrl: contact.profilePictureUrl,
    tags: contact.tags,
    lastInteractionAt: toIso(contact.lastInteractionAt),
    createdAt: contact.createdAt.toISOString(),
  };
}

/** A contact in full. */
export function toContact(contact: ContactEntity, thread: ContactThread | undefined): Contact {
  return {
    ...toContactSummary(contact, thread),
    isFollower: contact.isFollower,
    customAttributes: contact.customAttributes,
    email: textOf(contact.customAttributes['email']),
    phone: textOf(contact.customAttributes['phone']),
    currentFlowId: contact.currentFlowId,
    currentFlowStepNodeId: contact.currentFlowStepNodeId,
    flowContext: contact.flowContext,
    automationPausedUntil: toIso(thread?.automationPausedUntil ?? null),
    optedOutAt: toIso(contact.optedOutAt),
    updatedAt: contact.updatedAt.toISOString(),
  };
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
