import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createAccount } from '../accounts/create-account';
import type { Simulation } from '../simulation';
import {
  listScopes,
  readConsentRequest,
  readDecision,
  type ConsentRequest,
  type Decision,
  type Login,
} from './consent-request';
import { renderConsentPage, renderProblemPage } from './render-consent-page';

const codeLifeMs = 3_600_000;
const html = 'text/html; charset=utf-8';

/** The pages where the owner of an account lets the app in: Instagram's and Facebook's. */
export function registerConsentPage(app: FastifyInstance, simulation: Simulation): void {
  registerPage(app, simulation, { login: 'instagram', path: '/oauth/authorize' });
  registerPage(app, simulation, { login: 'facebook', path: '/dialog/oauth' });
}

function registerPage(
  app: FastifyInstance,
  simulation: Simulation,
  page: { login: Login; path: string },
): void {
  const { login, path } = page;
  const read = (input: unknown) => readConsentRequest(login, input, simulation.appId);

  app.get(path, (request: FastifyRequest, reply: FastifyReply) => {
    const asked = read(request.query);
    if (!asked.request) return reply.code(400).type(html).send(renderProblemPage(asked.problem));
    const accounts = [...simulation.world.accounts.values()];
    return reply
      .type(html)
      .send(renderConsentPage({ login, action: path, request: asked.request, accounts }));
  });

  app.post(path, (request: FastifyRequest, reply: FastifyReply) => {
    const asked = read(request.body);
    const decision = readDecision(request.body);
    if (!asked.request || !decision) {
      const problem = asked.problem ?? 'The decision is missing.';
      return reply.code(400).type(html).send(renderProblemPage(problem));
    }
    return reply.redirect(decide(simulation, login, { request: asked.request, decision }), 302);
  });
}

/** Where the browser goes next: back with a code, or with the refusal. */
function decide(
  simulation: Simulation,
  login: Login,
  made: { request: ConsentRequest; decision: Decision },
): string {
  const { request, decision } = made;
  const back = new URL(request.redirect_uri);
  const isDenied = decision.decision === 'deny';
  const answer = isDenied ? refusal[login] : { code: createCode(simulation, login, made) };
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
  if (request.state !== undefined) back.searchParams.set('state', request.state);
  return `${back.href}${isDenied && login === 'instagram' ? '' : suffix[login]}`;
}

const refusal: Record<Login, Record<string, string>> = {
  instagram: {
    error: 'access_denied',
    error_reason: 'user_denied',
    error_description: 'The user denied your request',
  },
  facebook: {
    error: 'access_denied',
    error_code: '200',
    error_reason: 'user_denied',
    error_description: 'Permissions error',
  },
};

/** A habit of both logins that a program has to strip. */
const suffix: Record<Login, string> = { instagram: '#_', facebook: '#_=_' };

function createCode(
  simulation: Simulation,
  login: Login,
  { request, decision }: { request: ConsentRequest; decision: Decision },
): string {
  const { world, ids, clock } = simulation;
  const chosen = decision.pages.filter((id) => world.accounts.has(id));
  const accountIds = login === 'facebook' && chosen.length > 0 ? chosen : [chooseOne(simulation, decision)];
  const code = ids.code();
  world.authCodes.set(code, {
    code,
    login,
    accountId: accountIds[0] ?? '',
    accountIds,
    redirectUri: request.redirect_uri,
    // Nobody can give more than was asked for.
    scopes: decision.scopes.filter((scope) => listScopes(request).includes(scope)),
    expiresAt: clock.now() + codeLifeMs,
  });
  return code;
}

function chooseOne(simulation: Simulation, decision: Decision): string {
  const existing = simulation.world.accounts.get(decision.account);
  if (existing) return existing.userId;
  return createAccount(simulation, { username: decision.username || undefined }).account.userId;
}
