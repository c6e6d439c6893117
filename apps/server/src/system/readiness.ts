import type { DataSource } from '@instaflow/db';
import type { Jobs } from '@instaflow/jobs';

export type Readiness = {
  isReady: boolean;
  checks: { database: boolean; migrations: boolean; queue: boolean };
};

/** Whether this process can do its work now: database, migrations, queue. Answers within about two seconds. */
export async function readReadiness(deps: { engineSource: DataSource; jobs: Jobs }): Promise<Readiness> {
  const [database, queue] = await Promise.all([checkDatabase(deps.engineSource), deps.jobs.isReady()]);
  const checks = { ...database, queue };
  return { isReady: checks.database && checks.migrations && checks.queue, checks };
}

async function checkDatabase(source: DataSource): Promise<{ database: boolean; migrations: boolean }> {
  try {
    const answer = await Promise.race([
      source.query(`SELECT to_regclass('public.schema_migration') IS NOT NULL AS migrated`),
      new Promise<null>((resolve) => setTimeout(resolve, 2_000, null).unref()),
    ]);
    const migrated: unknown = Array.isArray(answer) ? Reflect.get(Object(answer[0]), 'migrated') : false;
    return { database: answer !== null, migrations: migrated === true };
  } catch {
    // The answer is the same whatever the reason; the pool has logged it.
    return { database: false, migrations: false };
  }
}
