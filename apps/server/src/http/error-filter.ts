import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@instaflow/platform';
import { sendError } from './send-error';

/** The one place where errors of handlers become answers. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendError({
      error,
      request: http.getRequest<FastifyRequest>(),
      reply: http.getResponse<FastifyReply>(),
      log: this.log,
    });
  }
}
