import { setTimeout as pause } from 'node:timers/promises';
import { createDataSource, isConnectionFailure, migrate, type DataSource } from '@instaflow/db';
import { AppError, type Logger } from '@instaflow/platform';

const appPoolSize = 8;
const enginePoolSize = 12;
const patienceMs = 60_000;

export type Database = { appSource: DataSource; engineSource: DataSource; close(): Promise<void> };

/** Migrates the database and opens a pool for each role. Waits up to a minute for a database that is starting. */
export async function openDatabase(url: string, log: Logger): Promise<Database> {
  const migrated = await whenReachable(() => migrate(url), log);
  if (migrated.length > 0) log.info({ migrations: migrated }, 'The database is up to date.');
  let isClosing = false;
  const onError = (error: unknown) => {
    // A pool counts as closed before the server has seen its connections go: what it says then is no news.
    log[isClosing ? 'debug' : 'warn']({ err: error }, 'A database connection was lost.');
  };
  const appSource = createDataSource({ url, role: 'app', poolSize: appPoolSize, onError });
  const engineSource = createDataSource({ url, role: 'engine', poolSize: enginePoolSize, onError });
  await Promise.all([appSource.initialize(), engineSource.initialize()]);
  return {
    appSource,
    engineSource,
    close: async () => {
      isClosing = true;
      await Promise.all([appSource.destroy(), engineSource.destroy()]);
    },
  };
}

async function whenReachable<T>(work: () => Promise<T>, log: Logger): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      if (!isConnectionFailure(cause)) throw cause;
      if (Date.now() >= giveUpAt) throw unreachable(cause);
      log.warn('The database cannot be reached yet.');
      await pause(1_000);
    }
  }
}

function unreachable(cause: unknown): AppError {
  return new AppError({
    code: 'database_unreachable',
    kind: 'operational',
    message: 'The database of DATABASE_URL cannot be reached. Start it or correct the address.',
    cause,
  });
}
