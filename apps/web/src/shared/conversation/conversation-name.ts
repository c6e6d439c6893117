import type { Conversation } from '@instaflow/contracts';

/** What to call the person of a conversation. */
export function conversationName({
  contactName,
  instagramUsername,
  contactId,
}: Pick<Conversation, 'contactName' | 'instagramUsername' | 'contactId'>): string {
  return contactName || (instagramUsername ? `@${instagramUsername}` : contactId.slice(0, 8));
}
