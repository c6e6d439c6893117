import type { Notification } from '@instaflow/contracts';

/** Where in the app the matter of a notification is. */
export function placeOfNotification(notification: Notification): string {
  const { kind, instagramAccountId, conversationId, contactId, flowId, commentId } = notification;
  const account = `/accounts/${instagramAccountId}`;
  if (kind === 'account_error') return '/accounts';
  // Why a run stopped stands in the trace of the contact, not in the conversation.
  if (kind === 'run_failed' && contactId !== null) return `${account}/contacts/${contactId}?activity=turns`;
  if (conversationId !== null) return `${account}/inbox/${conversationId}`;
  if (contactId !== null) return `${account}/contacts/${contactId}`;
  if (flowId !== null && commentId !== null) return `${account}/flows/${flowId}?comment=${commentId}`;
  return flowId === null ? account : `${account}/flows/${flowId}`;
}
