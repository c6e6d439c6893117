import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@instaflow/platform';
import { toErrorAnswer } from './to-error-answer';

/** Answers with an error and logs it as loudly as its kind asks for. */
export function sendError(input: {
  error: unknown;
  request: FastifyRequest;
  reply: FastifyReply;
  log: Logger;
}): void {
  const { error, request, reply, log } = input;
  const answer = toErrorAnswer(error, request.id);
  log[answer.level](
    {
      err: error,
      requestId: request.id,
      method: request.method,
      path: request.url.split('?')[0],
      status: answer.status,
    },
    answer.body.code,
  );
  if (reply.sent) return;
  if (answer.retryAfterSeconds !== null) reply.header('retry-after', String(answer.retryAfterSeconds));
  reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body);
}
