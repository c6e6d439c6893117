import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Simulation } from '../simulation';

const heartbeatMs = 15_000;

/** Server-sent events: each message is a list of what changed, for the test phone to read again. */
export function streamChanges(
  simulation: Simulation,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  raw.write('retry: 1000\n\n');
  const unsubscribe = simulation.changes.subscribe((changes) =>
    raw.write(`data: ${JSON.stringify(changes)}\n\n`),
  );
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
  request.raw.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
  return reply;
}
