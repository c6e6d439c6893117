import { pino, type Logger as PinoLogger } from 'pino';
import { describeError } from './describe-error';
import { redactedPaths } from './redacted-paths';

export type Logger = PinoLogger;

/**
 * JSON lines on stdout; readable ones when stdout is a terminal. Secrets and message text are censored
 * at any depth up to three; `destination` replaces stdout in tests.
 */
export function createLogger(options: {
  level: string;
  name?: string;
  destination?: { write(line: string): void };
}): Logger {
  const settings = {
    level: options.level,
    name: options.name,
    serializers: { err: describeError, error: describeError },
    redact: { paths: redactedPaths, censor: '[redacted]' },
  };
  if (options.destination !== undefined) return pino(settings, options.destination);
  if (!process.stdout.isTTY || process.env['NODE_ENV'] === 'production') return pino(settings);
  return pino({
    ...settings,
    transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', ignore: 'pid,hostname,name' } },
  });
}
