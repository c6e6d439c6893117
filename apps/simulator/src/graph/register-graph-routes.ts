import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Simulation } from '../simulation';
import { answerGraphCall, type HttpOutcome } from './answer-graph-call';
import { readParams, readText } from './read-params';

/** Everything that is no fixed address: `/{node}` and `/{node}/{edge}`. */
export function registerGraphRoutes(app: FastifyInstance, simulation: Simulation): void {
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/*',
    handler: async (request, reply) => {
      const path = request.url.split('?', 1)[0] ?? '/';
      const params = readParams(request.query, request.body);
      const parts = path.split('/').filter(Boolean).map(decode);
      const tokenValue = readBearer(request) ?? readText(params, 'access_token');
      const outcome = await answerGraphCall(simulation, {
        method: request.method,
        path,
        parts,
        params,
        tokenValue,
      });
      return sendOutcome(reply, outcome);
    },
  });
}

export function sendOutcome(reply: FastifyReply, outcome: HttpOutcome): FastifyReply {
  if (outcome.kind === 'answer') {
    const type =
      typeof outcome.body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=UTF-8';
    return reply.code(outcome.status).headers(outcome.headers).type(type).send(outcome.body);
  }
  reply.hijack();
  if (outcome.kind === 'drop') reply.raw.socket?.destroy();
  return reply;
}

function readBearer(request: FastifyRequest): string | undefined {
  const [scheme, value] = (request.headers.authorization ?? '').split(' ', 2);
  return scheme?.toLowerCase() === 'bearer' ? value : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
