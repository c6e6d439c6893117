import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import sirv from 'sirv';
import { notFound } from '@instaflow/platform';

const missingBuild =
  '<!doctype html><title>InstaFlow</title><p>The web app is not built. Run <code>npm start</code>, or <code>npm run build</code> and start again.</p>';

/**
 * Serves the built web app from `directory`: hashed assets for ever, and `index.html` for every page address outside
 * of `/api`, because the app routes by itself. Anything else that is missing is 404.
 */
export function registerWebApp(app: FastifyInstance, directory: string): void {
  const isBuilt = existsSync(join(directory, 'index.html'));
  const serve = isBuilt ? serveFrom(directory) : null;
  app.get('/*', (request, reply) => {
    if (isApiPath(request.url)) throw notFound({ message: 'There is nothing at this address.' });
    if (serve === null) return reply.code(503).type('text/html; charset=utf-8').send(missingBuild);
    handOver(request, reply, serve);
    return reply;
  });
}

function serveFrom(directory: string): ReturnType<typeof sirv> {
  return sirv(directory, {
    single: true,
    gzip: true,
    brotli: true,
    etag: true,
    setHeaders: (response, path) => {
      const isHashed = path.startsWith('/assets/');
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

function isApiPath(url: string): boolean {
  return /^\/(api|_)(\/|\?|$)/.test(url);
}

/** sirv writes to Node's own response; the headers set so far have to go with it. */
function handOver(request: FastifyRequest, reply: FastifyReply, serve: ReturnType<typeof sirv>): void {
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.hijack();
  serve(request.raw, reply.raw, () => {
    reply.raw.statusCode = 404;
    reply.raw.setHeader('content-type', 'application/json; charset=utf-8');
    reply.raw.end(JSON.stringify({ code: 'not_found', message: 'There is nothing at this address.' }));
  });
}
