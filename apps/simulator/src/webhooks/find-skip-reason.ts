import type { Account } from '../accounts/account';
import type { World } from '../state/world';
import type { WebhookConfig } from './webhook-config';
import type { WebhookEvent } from './webhook-event';

/** Why Instagram would not tell the app about this event; null when it does. */
export function findSkipReason(world: World, event: WebhookEvent): string | null {
  const { webhook, switches } = world;
  const ofApp = findReasonOfApp(webhook);
  if (ofApp) return ofApp;
  const account = world.accounts.get(event.accountId);
  if (!account?.subscribedFields) return 'the account is not subscribed (POST /me/subscribed_apps)';
  if (isPublicEvent(event) && !account.isPublic) return 'the account is private';
  if (switches.creatorsNeedConversations && isUntouchedCreator(account)) {
    return 'a creator account whose conversations were never listed';
  }
  const field = event.isStandby ? 'standby' : event.field;
  const selected = switches.fieldsPerAccount ? account.subscribedFields : webhook.fields;
  return selected.includes(field) ? null : `the field ${field} is not selected`;
}

function findReasonOfApp({ url, isLive, isDisabled }: WebhookConfig): string | null {
  if (!url) return 'no webhook address is configured';
  if (!isLive) return 'the app is not live';
  return isDisabled ? 'the webhook is disabled after failing for an hour' : null;
}

function isUntouchedCreator({ accountType, hasListedConversations }: Account): boolean {
  return /creator/i.test(accountType) && !hasListedConversations;
}

function isPublicEvent({ kind }: WebhookEvent): boolean {
  return kind === 'comment' || kind === 'mention';
}
