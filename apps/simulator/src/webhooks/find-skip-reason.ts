import type { World } from '../state/world';
import type { WebhookEvent } from './webhook-event';

/** Why Instagram would not tell the app about this event; null when it does. */
export function findSkipReason(world: World, event: WebhookEvent): string | null {
  const { webhook, switches } = world;
  if (!webhook.url) return 'no webhook address is configured';
  if (!webhook.isLive) return 'the app is not live';
  if (webhook.isDisabled) return 'the webhook is disabled after failing for an hour';
  const account = world.accounts.get(event.accountId);
  if (!account?.subscribedFields) return 'the account is not subscribed (POST /me/subscribed_apps)';
  if (event.kind === 'comment' && !account.isPublic) return 'the account is private';
  const field = event.isStandby ? 'standby' : event.field;
  const selected = switches.fieldsPerAccount ? account.subscribedFields : webhook.fields;
  return selected.includes(field) ? null : `the field ${field} is not selected`;
}
