import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import getAbsoluteFSPath from 'swagger-ui-dist/absolute-path.js';
import { notFound } from '@instaflow/platform';
import { createOpenApiDocument } from './openapi-document';

const types: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>InstaFlow API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    <link rel="icon" href="/api/docs/favicon-32x32.png" />
  </head>
  <body>
    <main id="swagger-ui"></main>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`;
const startScript = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui' });`;

/** `GET /api/openapi.json`, and `GET /api/docs` that renders it from files of this machine. */
export function registerDocs(app: FastifyInstance, version: string): void {
  let document: object | undefined;
  app.get('/api/openapi.json', () => (document ??= createOpenApiDocument(version)));
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/api/docs/start.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(startScript),
  );
  app.get<{ Params: { file: string } }>('/api/docs/:file', async (request, reply) => {
    const type = types[request.params.file];
    if (type === undefined) throw notFound();
    return reply.type(type).send(await readFile(join(getAbsoluteFSPath(), request.params.file)));
  });
}
