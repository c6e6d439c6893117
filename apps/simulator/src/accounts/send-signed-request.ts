import { createHmac } from 'node:crypto';
import type { Simulation } from '../simulation';
import { signingSecretOf } from '../webhooks/webhook-config';
import type { Account } from './account';

const timeoutMs = 10_000;

export type SignedAnswer = { status: number | null; body: string; error: string | null };

/** Calls a deauthorize or data-deletion address as Meta does: a form with `signed_request`. It is in the ledger. */
export async function sendSignedRequest(
  simulation: Simulation,
  account: Account,
  options: { url: string; secret?: string; kind?: 'deauthorize' | 'data_deletion' },
): Promise<SignedAnswer> {
  const { world, clock, ledger, ids } = simulation;
  const secret = options.secret ?? signingSecretOf(world.webhook);
  const form = new URLSearchParams({ signed_request: sign(simulation, account, secret) });
  const startedAt = performance.now();
  const answer = await post(options.url, form);
  ledger.addDelivery({
    at: clock.now(),
    deliveryId: ids.short(),
    attempt: 1,
    accountId: account.userId,
    igsid: null,
    kinds: [options.kind ?? 'signed_request'],
    status: answer.status,
    outcome: answer.status === 200 ? 'delivered' : 'failed',
    error: answer.error,
    durationMs: Math.round(performance.now() - startedAt),
    body: form.toString(),
  });
  return answer;
}

function sign({ clock }: Simulation, account: Account, secret: string): string {
  const payload = Buffer.from(
    JSON.stringify({
      user_id: account.id,
      algorithm: 'HMAC-SHA256',
      issued_at: Math.floor(clock.now() / 1000),
    }),
  ).toString('base64url');
  return `${createHmac('sha256', secret).update(payload).digest('base64url')}.${payload}`;
}

async function post(url: string, body: URLSearchParams): Promise<SignedAnswer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method: 'POST', body, redirect: 'manual', signal });
    return { status: response.status, body: await response.text(), error: null };
  } catch (error) {
    return { status: null, body: '', error: error instanceof Error ? error.message : String(error) };
  }
}
