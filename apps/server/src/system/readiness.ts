import type { DataSource } from '@instaflow/db';
import type { Jobs } from '@instaflow/jobs';

export type Readiness = {
  isReady: boolean;
  checks: { database: boolean; migrations: boolean; queue: boolean };
};

const patienceMs = 2_000;

/** Whether this process can do its work now: database, migrations, queue. Answers within about two seconds. */
export async function readReadiness(deps: { engineSource: DataSource; jobs: Jobs }): Promise<Readiness> {
  const [database, queue] = await Promise.all([checkDatabase(deps.engineSource), deps.jobs.isReady()]);
  const checks = { ...database, queue };
  return { isReady: checks.database && checks.migrations && checks.queue, checks };
}

async function checkDatabase(source: DataSource): Promise<{ database: boolean; migrations: boolean }> {
  const read = source.query<{ migrated: boolean }[]>(
    `SELECT to_regclass('public.schema_migration') IS NOT NULL AS migrated`,
  );
  const timeout = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref());
  try {
    const rows = await Promise.race([read, timeout]);
    return { database: rows !== null, migrations: rows?.[0]?.migrated === true };
  } catch {
    // The answer is the same whatever the reason; the pool has logged it.
    return { database: false, migrations: false };
  }
}
