import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

const types: Record<string, string | undefined> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

const missing =
  '<!doctype html><html lang="en"><title>Test phone</title><p>The test phone page is not built: ' +
  'run <code>npx vite build --config apps/simulator/vite.phone.config.ts</code> and load this page again.</p></html>';

/** `/` and its assets: the built test phone page. */
export function registerPhoneRoutes(app: FastifyInstance, directory: string): void {
  const root = resolve(directory);
  app.get('/', (_request, reply) => sendFile(reply, { root, name: 'index.html', cache: 'no-cache' }));
  app.get('/favicon.svg', (_request, reply) =>
    sendFile(reply, { root, name: 'favicon.svg', cache: 'no-cache' }),
  );
  app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) =>
    sendFile(reply, {
      root,
      name: join('assets', normalize(`/${request.params['*']}`)),
      cache: 'public, max-age=31536000, immutable',
    }),
  );
}

async function sendFile(
  reply: FastifyReply,
  file: { root: string; name: string; cache: string },
): Promise<FastifyReply> {
  const path = resolve(file.root, file.name);
  if (!path.startsWith(file.root + sep)) return reply.code(404).send();
  try {
    const content = await readFile(path);
    return await reply
      .type(types[extname(path)] ?? 'application/octet-stream')
      .header('cache-control', file.cache)
      .send(content);
  } catch {
    if (file.name !== 'index.html') return reply.code(404).send();
    return reply.code(503).type('text/html; charset=utf-8').send(missing);
  }
}
