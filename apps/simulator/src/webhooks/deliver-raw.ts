import type { Simulation } from '../simulation';
import type { AttemptResult } from './delivery';
import { signBody } from './sign-body';
import { signingSecretOf } from './webhook-config';
import { writeJson } from './write-json';

export type RawDelivery = {
  body?: unknown;
  raw?: string;
  secret?: string;
  headers: Record<string, string | null>;
};

/** Sends any body to the receiver once, signed with the app secret or another, and tells what came back. */
export async function deliverRaw(simulation: Simulation, input: RawDelivery): Promise<AttemptResult> {
  const { world, ledger, clock, transport, ids } = simulation;
  const body = input.raw ?? writeJson(input.body ?? {}, world.switches);
  const secret = input.secret ?? signingSecretOf(world.webhook);
  const signed: Record<string, string | null> = {
    ...signBody({ body, secret, isLegacyToo: world.switches.legacySignature }),
    ...input.headers,
  };
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(signed)) if (value !== null) headers[name] = value;
  const result = await transport.post({
    url: world.webhook.url ?? '',
    body,
    headers,
    timeoutMs: world.switches.webhookTimeoutMs,
  });
  ledger.addDelivery({
    at: clock.now(),
    deliveryId: ids.short(),
    attempt: 1,
    accountId: null,
    igsid: null,
    kinds: ['raw'],
    status: result.status,
    outcome: result.status === 200 ? 'delivered' : 'failed',
    error: result.error,
    durationMs: result.durationMs,
    body,
  });
  return result;
}
