import type { FastifyInstance } from 'fastify';
import { apiPrefix, loginCallbackPath, type LoginOutcome } from '@instaflow/contracts';
import type { LoginClient } from '@instaflow/instagram';
import type { Dependencies } from '../dependencies';
import { sendError } from '../http/send-error';
import { finishLogin } from './finish-login';
import { createLogin } from './create-login';
import { loginCookie } from './login-cookie';

/**
 * Where Meta sends the owner back to. A page, not a call of the API: nobody is signed in by a header there, the login's own
 * row and the cookie say whose it is. Neither code nor token is in what it answers or logs.
 */
export function registerLoginCallback(app: FastifyInstance, deps: Dependencies): void {
  let client: LoginClient | null = null;
  app.addHook('onClose', async () => client?.destroy());
  app.get(`${apiPrefix}${loginCallbackPath}`, async (request, reply) => {
    try {
      const browser = loginCookie.read(request);
      const outcome = await finishLogin(
        { ...deps, login: (client ??= createLogin(deps)) },
        { query: request.query, browser },
      );
      return await reply
        .header('cache-control', 'no-store')
        .header('referrer-policy', 'no-referrer')
        .redirect(`${deps.config.publicUrl}/accounts?${toQuery(outcome)}`, 302);
    } catch (error) {
      sendError({ error, request, reply, log: deps.log });
      return reply;
    }
  });
}

function toQuery(outcome: LoginOutcome): string {
  const entries = Object.entries(outcome).filter(([, value]) => value !== undefined);
  return new URLSearchParams(Object.fromEntries(entries)).toString();
}
