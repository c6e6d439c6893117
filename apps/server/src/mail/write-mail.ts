import type { ClaimedMail } from '@instaflow/db';
import { describeNotification } from '../notifications/describe-notification';
import type { Mail } from './create-mailer';

/** A notification as a mail. The id is the same at every attempt, so that mail programs can tell a repetition. */
export function writeMail(told: ClaimedMail, publicUrl: string): Mail {
  const { title, message } = describeNotification(told);
  return {
    to: told.address,
    subject: `[InstaFlow] ${title}`.replaceAll(/\s+/g, ' '),
    text: [message, '', new URL(placeOf(told), publicUrl).href, ''].join('\n'),
    messageId: `<${told.id}@${new URL(publicUrl).hostname}>`,
  };
}

/** Where in the app the matter is. */
function placeOf({ kind, accountId, flowId, contactId, conversationId, commentId }: ClaimedMail): string {
  const account = `/accounts/${accountId}`;
  if (kind === 'account_error') return '/accounts';
  if (conversationId !== null) return `${account}/inbox/${conversationId}`;
  if (contactId !== null) return `${account}/contacts/${contactId}`;
  if (flowId !== null && commentId !== null) return `${account}/flows/${flowId}?comment=${commentId}`;
  return flowId === null ? account : `${account}/flows/${flowId}`;
}
