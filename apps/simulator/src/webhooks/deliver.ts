import type { ChangeFeed } from '../changes/change-feed';
import type { Clock } from '../clock/clock';
import type { Ledger } from '../ledger/ledger';
import type { World } from '../state/world';
import type { AttemptResult, Delivery } from './delivery';
import { signBody } from './sign-body';
import { signingSecretOf } from './webhook-config';
import type { WebhookTransport } from './webhook-transport';

export type DeliverOptions = {
  world: World;
  clock: Clock;
  ledger: Ledger;
  changes: ChangeFeed;
  transport: WebhookTransport;
};

/** One attempt at a delivery, written to the ledger. Only status 200 counts as taken. */
export async function deliver(options: DeliverOptions, delivery: Delivery): Promise<boolean> {
  const { world, clock, ledger, transport } = options;
  const { webhook, switches } = world;
  delivery.attempts += 1;
  const headers = signBody({
    body: delivery.body,
    // Only the first attempt is forged: the repeat shows that nothing is lost by refusing it.
    secret: delivery.isForged && delivery.attempts === 1 ? 'not the secret' : signingSecretOf(webhook),
    isLegacyToo: switches.legacySignature,
  });
  const result: AttemptResult = webhook.url
    ? await transport.post({
        url: webhook.url,
        body: delivery.body,
        headers,
        timeoutMs: switches.webhookTimeoutMs,
      })
    : { status: null, error: 'no webhook address is configured', durationMs: 0 };
  const isDelivered = result.status === 200;
  ledger.addDelivery({
    at: clock.now(),
    deliveryId: delivery.id,
    attempt: delivery.attempts,
    accountId: delivery.accountId,
    igsid: delivery.igsid,
    kinds: delivery.kinds,
    status: result.status,
    outcome: isDelivered ? 'delivered' : 'failed',
    error: result.error,
    durationMs: Math.round(result.durationMs * 100) / 100,
    body: delivery.body,
  });
  noteHealth(options, isDelivered);
  return isDelivered;
}

/** After an hour of nothing but failures Meta disables the webhook and unsubscribes the app. */
function noteHealth({ world, clock, changes }: DeliverOptions, isDelivered: boolean): void {
  const { webhook, switches } = world;
  if (isDelivered) {
    webhook.failingSince = null;
    return;
  }
  webhook.failingSince ??= clock.now();
  const isOver =
    switches.webhookDisableAfterMs > 0 &&
    clock.now() - webhook.failingSince >= switches.webhookDisableAfterMs;
  if (!isOver || webhook.isDisabled) return;
  webhook.isDisabled = true;
  for (const account of world.accounts.values()) account.subscribedFields = null;
  changes.publish({ kind: 'webhook' });
}
