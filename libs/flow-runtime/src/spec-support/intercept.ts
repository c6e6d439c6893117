import type { Database } from '@instaflow/db';

/** The same pool, with something around each of its statements. */
export const intercept = (
  source: Database,
  around: (sql: string, run: () => Promise<unknown>) => Promise<unknown>,
): Database =>
  new Proxy(source, {
    get: (target, property) => {
      if (property !== 'query') return Reflect.get(target, property) as unknown;
      return (sql: string, parameters?: unknown[]) => around(sql, () => target.query(sql, parameters));
    },
  });
