import type { FastifyInstance } from 'fastify';
import { confirmationCode } from '@instaflow/contracts';
import { dataDeletionRepository } from '@instaflow/db';
import type { Dependencies } from '../dependencies';
import { sendError } from '../http/send-error';
import { describeDeletion } from './describe-deletion';

/** Address of the page that Meta shows to whoever had their data deleted. */
export const deletionPageUrl = (publicUrl: string, code: string): string =>
  `${publicUrl}/data-deletion/${code}`;

/** The page on how a deletion goes, for people without a login. */
export function registerDeletionPage(
  app: FastifyInstance,
  deps: Pick<Dependencies, 'engineSource' | 'log'>,
): void {
  app.get<{ Params: { code: string } }>('/data-deletion/:code', async (request, reply) => {
    try {
      const code = confirmationCode.safeParse(request.params.code);
      const row = code.success ? await dataDeletionRepository.find(deps.engineSource, code.data) : null;
      reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
      if (row === null) return await reply.code(404).send(page('There is no request with this code.', []));
      const { confirmationCode: shown, sentence, requestedAt, completedAt } = describeDeletion(row);
      const facts = [`Code: ${shown}`, `Requested: ${requestedAt}`];
      return await reply.send(
        page(sentence, completedAt === null ? facts : [...facts, `Done: ${completedAt}`]),
      );
    } catch (error) {
      sendError({ error, request, reply, log: deps.log });
      return reply;
    }
  });
}

/** Nothing in it comes from outside but the code, which consists of letters, digits, _ and -. */
const page = (sentence: string, facts: readonly string[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Deletion of data</title></head>
<body style="font-family: system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
<main><h1>Deletion of data</h1><p>${sentence}</p>${facts.map((fact) => `<p>${fact}</p>`).join('')}</main></body></html>`;
