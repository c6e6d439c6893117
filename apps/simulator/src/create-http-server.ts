import Fastify, { type FastifyInstance } from 'fastify';
import { registerControlRoutes } from './control/register-control-routes';
import { registerCdnRoutes } from './cdn/register-cdn-routes';
import { registerConsentPage } from './graph/consent-page';
import { GraphError } from './graph/graph-error';
import { registerGraphRoutes } from './graph/register-graph-routes';
import { registerPhoneRoutes } from './phone-routes';
import type { Simulation } from './simulation';
import type { ResolvedOptions } from './simulator-options';

const bodyLimitBytes = 32 * 1024 * 1024;

/** The one HTTP server behind every address of the simulator. */
export async function createHttpServer(
  simulation: Simulation,
  options: ResolvedOptions,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    rewriteUrl: (request) => stripVersion(request.url ?? '/'),
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
  );
  // A POST or DELETE with the JSON type and no body is common among clients; Graph takes it.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    parseJson(body.toString(), done),
  );
  app.setErrorHandler((error, _request, reply) => {
    const refusal = error instanceof GraphError ? error : unexpected(error);
    return reply.code(refusal.status).send(refusal.toJson(simulation.ids.trace()));
  });
  await registerControlRoutes(app, simulation);
  registerPhoneRoutes(app, options.phoneDirectory);
  registerCdnRoutes(app, simulation);
  registerConsentPage(app, simulation);
  registerGraphRoutes(app, simulation);
  return app;
}

/** `/v24.0/me` and `/me` are the same address. */
function stripVersion(url: string): string {
  return url.replace(/^\/v\d+\.\d+(?=\/|\?|$)/, '') || '/';
}

function parseJson(text: string, done: (error: Error | null, body?: unknown) => void): void {
  if (text === '') return done(null, undefined);
  try {
    done(null, JSON.parse(text));
  } catch {
    done(new GraphError({ code: 100, message: '(#100) The request body is not valid JSON' }));
  }
}

function unexpected(error: unknown): GraphError {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const message = error instanceof Error ? error.message : String(error);
  return new GraphError({ code: status < 500 ? 100 : 1, status, message });
}
