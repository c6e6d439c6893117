import type { Logger } from '@instaflow/platform';
import type { Shutdown } from './shutdown';

/** Longer than this nobody waits for a program to end. */
const patienceMs = 9_500;

const repeatWithinMs = 1_000;

/**
 * SIGTERM and SIGINT end the program in order within ten seconds; a second one ends it at once. What nobody caught
 * ends it too, because its state is unknown; a rejected promise is only logged, since all state is in the database.
 * The process is ended outright: a driver's connection that still hangs must not hold it open.
 */
export function exitOnSignals(shutdown: Shutdown, log: Logger): void {
  let endingSince: number | null = null;
  const end = (code: number): void => {
    // A signal to the whole group arrives twice: from the sender and passed on by the starter.
    if (endingSince !== null && Date.now() - endingSince < repeatWithinMs) return;
    if (endingSince !== null) process.exit(code === 0 ? 130 : code);
    endingSince = Date.now();
    setTimeout(() => process.exit(1), patienceMs).unref();
    void shutdown.run().finally(() => process.exit(code));
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'An error nobody caught: the program ends.');
    end(1);
  });
  process.on('unhandledRejection', (error) =>
    log.error({ err: error }, 'A rejected promise nobody handled.'),
  );
}
