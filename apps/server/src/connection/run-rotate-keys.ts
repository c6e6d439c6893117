import { join } from 'node:path';
import { startEmbeddedPostgres } from '@instaflow/db';
import { createKeyRing, type Config, type Logger } from '@instaflow/platform';
import { openDatabase } from '../boot/open-database';
import { Shutdown } from '../boot/shutdown';
import { rotateKeys } from './rotate-keys';

/** `rotate-keys`: seals every stored token with the first of ENCRYPTION_KEYS, then ends. Answers what to tell the operator. */
export async function runRotateKeys({ config, log }: { config: Config; log: Logger }): Promise<string> {
  const shutdown = new Shutdown(log);
  try {
    const url = config.databaseUrl ?? (await startOwnPostgres({ config, log, shutdown }));
    const database = await openDatabase(url, log);
    shutdown.add('database', () => database.close());
    const keyRing = createKeyRing(config.encryptionKeys);
    const count = await rotateKeys({ source: database.engineSource, keyRing });
    return `${count} tokens were sealed anew; all are sealed with the first of ENCRYPTION_KEYS now.`;
  } finally {
    await shutdown.run();
  }
}

async function startOwnPostgres(parts: { config: Config; log: Logger; shutdown: Shutdown }): Promise<string> {
  const directory = join(parts.config.dataDir, 'postgres');
  const postgres = await startEmbeddedPostgres({ directory, log: parts.log });
  parts.shutdown.add('postgres', () => postgres.stop());
  return postgres.url;
}
