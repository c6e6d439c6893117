import type { FastifyInstance, FastifyRequest } from 'fastify';
import { constantTimeEqual, badRequest, forbidden, unauthorized, unavailable } from '@instaflow/platform';
import { parseJson, parseWebhook, verifySignature } from '@instaflow/instagram';
import type { Dependencies } from '../dependencies';
import { sendError } from '../http/send-error';
import { createRefusalNote } from './note-refusal';

const path = '/api/v1/webhooks/instagram';
const maxBodyBytes = 4 * 1_048_576;
const utf8 = new TextDecoder('utf-8');

/**
 * Meta's door, outside of Nest because every microsecond before the 200 counts: a plain route with the raw bytes,
 * no guards, no compression. Answers 200 only after the events are durable.
 */
export function registerWebhooks(app: FastifyInstance, deps: Dependencies): void {
  const acknowledged = deps.metrics.histogram(
    'instaflow_webhook_ack_seconds',
    'From the arrival of a webhook to its acknowledgement',
    { buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] },
  );
  const noteRefusal = createRefusalNote(deps);
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: maxBodyBytes },
      (_request, body, parsed) => parsed(null, body),
    );
    scope.setErrorHandler((error, request, reply) => sendError({ error, request, reply, log: deps.log }));
    scope.get(path, routeOptions, (request) =>
      confirmSubscription(request, deps.config.instagram.verifyToken),
    );
    scope.post(path, routeOptions, async (request) => {
      const stopTimer = acknowledged.startTimer();
      await receive(request, deps, noteRefusal);
      stopTimer();
      return 'EVENT_RECEIVED';
    });
    done();
  });
}

const routeOptions = { compress: false, decompress: false, helmet: false } as const;

/** Meta's handshake: echoes the challenge to whoever knows the verify token. */
function confirmSubscription(request: FastifyRequest, verifyToken: string): string {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  const challenge = query.get('hub.challenge');
  const isKnown = verifyToken !== '' && constantTimeEqual(query.get('hub.verify_token') ?? '', verifyToken);
  if (!isKnown || query.get('hub.mode') !== 'subscribe' || challenge === null) {
    throw forbidden({ message: 'The verify token is not the one of this installation.' });
  }
  return challenge.slice(0, 200);
}

async function receive(request: FastifyRequest, deps: Dependencies, noteRefusal: () => void): Promise<void> {
  const secrets = deps.config.instagram.webhookSecrets;
  if (secrets.length === 0) {
    throw unavailable({ message: 'Webhooks are closed until INSTAGRAM_APP_SECRET is set.' });
  }
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const header = request.headers['x-hub-signature-256'];
  const signature = verifySignature({
    rawBody,
    header: typeof header === 'string' ? header : undefined,
    secrets,
  });
  if (!signature.ok) {
    noteRefusal();
    throw unauthorized({ code: 'invalid_signature', message: 'The signature does not fit the body.' });
  }
  const parsed = parseWebhook(readJson(rawBody), deps.clock.now());
  if (!parsed.ok) {
    throw badRequest({ code: 'malformed_webhook', message: 'The body is not a webhook of Instagram.' });
  }
  await deps.intake.accept(parsed.entries.flatMap((entry) => entry.events));
}

function readJson(rawBody: Buffer): unknown {
  try {
    return parseJson(utf8.decode(rawBody));
  } catch (cause) {
    throw badRequest({ code: 'malformed_webhook', message: 'The body is not JSON.', cause });
  }
}
