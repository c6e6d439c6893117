import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import { registerAccountControls } from './account-controls';
import { registerCommentControls } from './comment-controls';
import { registerEventControls } from './event-controls';
import { registerFaultControls } from './fault-controls';
import { registerLedgerControls } from './ledger-controls';
import { registerPersonControls } from './person-controls';
import { registerPostControls } from './post-controls';
import { registerSignedRequestControls } from './signed-request-controls';
import { registerThreadControls } from './thread-controls';
import { registerWebhookControls } from './webhook-controls';
import { registerWorldControls } from './world-controls';

/** `/_control/…`: what a test, a benchmark or the test phone does to the simulated world. Loopback only. */
export async function registerControlRoutes(app: FastifyInstance, simulation: Simulation): Promise<void> {
  await app.register(
    (control, _options, done) => {
      control.addHook('onRequest', (request, _reply, next) => next(findStranger(request)));
      control.setErrorHandler((error, _request, reply) => {
        if (error instanceof ControlError) return reply.code(error.status).send({ error: error.message });
        if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) });
        const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
        const message = error instanceof Error ? error.message : String(error);
        return reply.code(status).send({ error: message });
      });
      control.setNotFoundHandler((request, reply) =>
        reply.code(404).send({ error: `There is no control ${request.method} ${request.url}.` }),
      );
      registerAccountControls(control, simulation);
      registerPersonControls(control, simulation);
      registerSignedRequestControls(control, simulation);
      registerThreadControls(control, simulation);
      registerEventControls(control, simulation);
      registerPostControls(control, simulation);
      registerCommentControls(control, simulation);
      registerWebhookControls(control, simulation);
      registerFaultControls(control, simulation);
      registerLedgerControls(control, simulation);
      registerWorldControls(control, simulation);
      // The Graph route `/*` would otherwise catch what no control knows.
      control.all('/*', (request, reply) =>
        reply.code(404).send({ error: `There is no control ${request.method} ${request.url}.` }),
      );
      done();
    },
    { prefix: '/_control' },
  );
}

const loopbackHost = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;
const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** A page of another site must not be able to drive the simulator through the reader's browser. */
function findStranger(request: FastifyRequest): ControlError | undefined {
  if (!loopback.test(request.ip))
    return new ControlError(403, 'The control API answers on this machine only.');
  const { origin, host = '' } = request.headers;
  // A foreign name that resolves to this machine is how a page gets around the browser's origin rule.
  if (!loopbackHost.test(host)) {
    return new ControlError(403, 'The control API answers to localhost and loopback addresses only.');
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return new ControlError(403, 'The control API takes no calls from pages of another origin.');
  }
  return undefined;
}
