import { createHmac } from 'node:crypto';
import type { Simulation } from '../simulation';
import type { Account } from './account';

const timeoutMs = 10_000;

/** Calls a deauthorize or data-deletion address as Meta does: a form with `signed_request`. */
export async function sendSignedRequest(
  { world, clock }: Simulation,
  account: Account,
  options: { url: string; secret?: string },
): Promise<{ status: number; body: string }> {
  const payload = Buffer.from(
    JSON.stringify({
      user_id: account.id,
      algorithm: 'HMAC-SHA256',
      issued_at: Math.floor(clock.now() / 1000),
    }),
  ).toString('base64url');
  const secret = options.secret ?? world.webhook.appSecret;
  const signature = createHmac('sha256', secret).update(payload).digest('base64url');
  const response = await fetch(options.url, {
    method: 'POST',
    body: new URLSearchParams({ signed_request: `${signature}.${payload}` }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { status: response.status, body: await response.text() };
}
