import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createAccount } from '../accounts/create-account';
import type { Simulation } from '../simulation';
import { renderConsentPage, renderProblemPage } from './render-consent-page';

const codeLifeMs = 3_600_000;

const requestSchema = z.object({
  client_id: z.string(),
  redirect_uri: z.url({ protocol: /^https?$/ }),
  response_type: z.literal('code'),
  scope: z.string().min(1),
  state: z.string().optional(),
});
export type ConsentRequest = z.infer<typeof requestSchema>;

const decisionSchema = requestSchema.extend({
  decision: z.enum(['allow', 'deny']),
  account: z.string().default('new'),
  username: z.string().default(''),
});

/** The page where the owner of an account lets the app in. */
export function registerConsentPage(app: FastifyInstance, simulation: Simulation): void {
  const html = 'text/html; charset=utf-8';

  app.get('/oauth/authorize', (request, reply) => {
    const parsed = requestSchema.safeParse(request.query);
    const problem = parsed.success ? findProblem(simulation, parsed.data) : z.prettifyError(parsed.error);
    if (problem || !parsed.data)
      return reply
        .code(400)
        .type(html)
        .send(renderProblemPage(problem ?? ''));
    const accounts = [...simulation.world.accounts.values()];
    return reply.type(html).send(renderConsentPage(parsed.data, accounts));
  });

  app.post('/oauth/authorize', (request, reply) => {
    const parsed = decisionSchema.safeParse(request.body);
    const problem = parsed.success ? findProblem(simulation, parsed.data) : z.prettifyError(parsed.error);
    if (problem || !parsed.data)
      return reply
        .code(400)
        .type(html)
        .send(renderProblemPage(problem ?? ''));
    return reply.redirect(decide(simulation, parsed.data, grantedScopes(request.body)), 302);
  });
}

function findProblem(simulation: Simulation, request: ConsentRequest): string | null {
  return request.client_id === simulation.appId ? null : 'Invalid platform app';
}

/** Where the browser goes next: back with a code, or with the refusal. `#_` is Instagram's own habit. */
function decide(simulation: Simulation, decision: z.infer<typeof decisionSchema>, scopes: string[]): string {
  const back = new URL(decision.redirect_uri);
  if (decision.decision === 'deny') {
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_reason', 'user_denied');
    back.searchParams.set('error_description', 'The user denied your request');
    if (decision.state !== undefined) back.searchParams.set('state', decision.state);
    return back.href;
  }
  const { world, ids, clock } = simulation;
  const existing = world.accounts.get(decision.account);
  const account = existing ?? createAccount(simulation, { username: decision.username || undefined }).account;
  const code = {
    code: ids.code(),
    accountId: account.userId,
    redirectUri: decision.redirect_uri,
    scopes,
    expiresAt: clock.now() + codeLifeMs,
  };
  world.authCodes.set(code.code, code);
  back.searchParams.set('code', code.code);
  if (decision.state !== undefined) back.searchParams.set('state', decision.state);
  return `${back.href}#_`;
}

/** The ticked boxes arrive as `scope:<name>`; a person may untick what they do not want to give. */
function grantedScopes(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.keys(body)
    .filter((key) => key.startsWith('scope:'))
    .map((key) => key.slice('scope:'.length));
}
