import type { FastifyReply } from 'fastify';

/** Aborted when whoever asked is gone before the answer was written. */
export function untilHungUp({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
