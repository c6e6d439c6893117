import fastify, { type FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies';
import { sendError } from '../http/send-error';
import { registerHealth } from '../system/register-health';

/** The HTTP side of a worker: health, readiness and metrics, nothing else. */
export function createHealthServer(
  deps: Pick<Dependencies, 'engineSource' | 'jobs' | 'metrics' | 'log'>,
): FastifyInstance {
  const app = fastify();
  app.setErrorHandler((error, request, reply) => sendError({ error, request, reply, log: deps.log }));
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'not_found', message: 'This process is a worker: it serves no pages.' }),
  );
  registerHealth(app, deps);
  return app;
}
