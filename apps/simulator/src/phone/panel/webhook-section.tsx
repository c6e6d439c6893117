import { formatTime } from '../data/format';
import { useResource } from '../data/use-resource';
import type { LedgerTail, WebhookState } from '../data/types';

/** Where webhooks go and how the last ones went. */
export function WebhookSection() {
  const webhook = useResource<WebhookState>(
    '/webhook',
    ({ kind }) => kind === 'webhook' || kind === 'ledger',
  );
  const tail = useResource<LedgerTail>(
    '/ledger?type=webhook&tail=true&limit=12',
    ({ kind }) => kind === 'ledger',
  );
  const entries = tail.value?.entries.toReversed() ?? [];
  return (
    <section aria-labelledby="webhook-title">
      <h3 id="webhook-title">Webhook deliveries</h3>
      <p className="quiet breakable">{describe(webhook.value)}</p>
      <ul className="log" aria-label="Webhook deliveries">
        {entries.map(
          (entry) =>
            entry.type === 'webhook' && (
              <li key={entry.seq}>
                <span className={`status status-${entry.outcome}`}>{entry.status ?? entry.outcome}</span>
                <span className="breakable" title={entry.body}>
                  {summarize(entry.kinds)}
                  {entry.attempt > 1 && ` · attempt ${entry.attempt}`}
                  {entry.error && ` · ${entry.error}`}
                </span>
                <time>{formatTime(entry.at)}</time>
              </li>
            ),
        )}
      </ul>
      {entries.length === 0 && <p className="quiet">Nothing was delivered yet.</p>}
    </section>
  );
}

function describe(webhook: WebhookState | null): string {
  if (!webhook) return '…';
  if (!webhook.url) return 'No address yet: POST /_control/webhook {"url": …}.';
  if (webhook.isDisabled) return `Disabled after failing for an hour: ${webhook.url}`;
  const waiting = webhook.deliveries.retrying;
  return waiting > 0 ? `${webhook.url} (${waiting} waiting for a repeat)` : webhook.url;
}

function summarize(kinds: string[]): string {
  const [first = ''] = kinds;
  return kinds.length > 1 ? `${first} and ${kinds.length - 1} more` : first;
}
