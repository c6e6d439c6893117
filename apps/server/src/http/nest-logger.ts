import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@instaflow/platform';

/** Lets Nest speak through the program's own log; what it tells about its own start is not of interest. */
export function createNestLogger(log: Logger): LoggerService {
  return {
    log: (message: unknown, context: unknown) => log.debug({ context }, String(message)),
    debug: (message: unknown, context: unknown) => log.trace({ context }, String(message)),
    verbose: (message: unknown, context: unknown) => log.trace({ context }, String(message)),
    warn: (message: unknown, context: unknown) => log.warn({ context }, String(message)),
    error: (message: unknown, ...details: unknown[]) => log.error({ details }, String(message)),
    fatal: (message: unknown, ...details: unknown[]) => log.fatal({ details }, String(message)),
  };
}
