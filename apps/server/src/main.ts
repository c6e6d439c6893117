import 'reflect-metadata';
import { AppError, createLogger, loadConfig } from '@instaflow/platform';
import { exitOnSignals } from './boot/exit-on-signals';
import { Shutdown } from './boot/shutdown';
import { startProgram } from './boot/start-program';
import { runRotateKeys } from './connection/run-rotate-keys';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLogger({ level: config.logLevel, name: 'instaflow' });
  if (process.argv[2] === 'rotate-keys') {
    process.stdout.write(`${await runRotateKeys({ config, log })}\n`);
    return;
  }
  const shutdown = new Shutdown(log);
  exitOnSignals(shutdown, log);
  try {
    await startProgram({ config, log, shutdown, startedFile: process.argv[1] });
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

main().catch((error: unknown) => {
  // What the operator can do something about is said in one sentence; only the rest shows where it happened.
  const isKnown = error instanceof AppError && error.kind !== 'unexpected';
  const text = isKnown
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`${text}\n`);
  // What was opened before the start failed (a pool, the embedded PostgreSQL) would keep the process alive.
  process.exit(1);
});
