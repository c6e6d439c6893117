import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import { deliverRaw } from '../webhooks/deliver-raw';
import { buildTestPayload } from '../webhooks/test-payloads';
import { verifyWebhook } from '../webhooks/verify-webhook';
import { webhookFields } from '../webhooks/webhook-config';

const webAddress = z.url({ protocol: /^https?$/ });

const webhookSchema = z.strictObject({
  url: webAddress.optional(),
  appSecret: z.string().min(1).optional(),
  verifyToken: z.string().min(1).optional(),
  /** Signs webhooks and signed requests with another secret than the login's; null = the same. */
  signingSecret: z.string().min(1).nullable().optional(),
  deauthorizeUrl: webAddress.nullable().optional(),
  dataDeletionUrl: webAddress.nullable().optional(),
  fields: z.array(z.enum(webhookFields)).optional(),
  isLive: z.boolean().optional(),
  /** Takes the address without the handshake, for a receiver that knows no GET. */
  skipVerification: z.boolean().default(false),
});

const rawSchema = z.strictObject({
  body: z.unknown().optional(),
  /** The exact text to send, instead of `body`. */
  raw: z.string().optional(),
  secret: z.string().optional(),
  /** Extra or replaced headers; null leaves one out. */
  headers: z.record(z.string(), z.string().nullable()).default({}),
});

const testSchema = z.strictObject({ field: z.enum(webhookFields) });

const drainSchema = z.strictObject({ timeoutMs: z.int().min(0).max(120_000).default(10_000) });

export function registerWebhookControls(app: FastifyInstance, simulation: Simulation): void {
  const { world, webhooks, changes } = simulation;

  const show = () => ({ ...world.webhook, appId: simulation.appId, deliveries: webhooks.counts() });

  app.get('/webhook', show);

  app.post('/webhook', async (request) => {
    const { skipVerification, ...input } = webhookSchema.parse(request.body);
    const url = input.url ?? world.webhook.url;
    const verifyToken = input.verifyToken ?? world.webhook.verifyToken;
    const verification =
      input.url === undefined || skipVerification || !url ? null : await verifyWebhook({ url, verifyToken });
    if (verification && !verification.isVerified) return { ...show(), verification };
    Object.assign(world.webhook, input, { isDisabled: false, failingSince: null });
    changes.publish({ kind: 'webhook' });
    return { ...show(), verification };
  });

  app.delete('/webhook', () => {
    world.webhook.url = null;
    webhooks.clear();
    changes.publish({ kind: 'webhook' });
    return show();
  });

  app.post('/webhook/deliver', (request) => {
    const input = rawSchema.parse(request.body);
    if (!world.webhook.url) throw new ControlError(409, 'No webhook address is configured.');
    return deliverRaw(simulation, input);
  });

  /** The dashboard's "Test" button. */
  app.post('/webhook/test', (request) => {
    const { field } = testSchema.parse(request.body);
    if (!world.webhook.url) throw new ControlError(409, 'No webhook address is configured.');
    return deliverRaw(simulation, { body: buildTestPayload(field, simulation.clock.now()), headers: {} });
  });

  /** Waits until nothing is on its way any more (repeats that wait for their time do not count). */
  app.post('/webhook/drain', async (request) => {
    const { timeoutMs } = drainSchema.parse(request.body ?? {});
    const isDrained = await webhooks.drain(timeoutMs);
    return { isDrained, deliveries: webhooks.counts() };
  });
}
