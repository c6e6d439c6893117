import { createDataSource } from './data-source';

/** Any number; the same one everywhere keeps two processes from migrating at once. */
const migrationLock = 7_246_011;

/**
 * Brings the schema of the database up to date; processes that start together wait for each other.
 * Answers the names of the migrations that ran.
 */
export const migrate = async (url: string): Promise<string[]> => {
  const source = createDataSource({ url, role: 'owner', poolSize: 2, onError: () => undefined });
  await source.initialize();
  try {
    const runner = source.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    try {
      const done = await source.runMigrations({ transaction: 'each' });
      if (done.length > 0) await source.query('ANALYZE');
      return done.map((migration) => migration.name);
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
      await runner.release();
    }
  } finally {
    await source.destroy();
  }
};
