import { DataSource } from 'typeorm';
import { entities } from './entities';
import { migrations } from './migrations';
import { SnakeCaseNaming } from './snake-case-naming';

/** Which role of the database a pool speaks as: `app` is held to the caller's workspaces, `engine` sees all. */
export type DatabaseRole = 'app' | 'engine' | 'owner';

/**
 * A pool on `url` whose connections speak as `role`. `poolSize` is the most connections it opens.
 * The role is set when a connection starts, so a connection pooler in front must pass `options` through.
 */
export const createDataSource = ({
  url,
  role,
  poolSize,
  onError,
}: {
  url: string;
  role: DatabaseRole;
  poolSize: number;
  onError: (error: unknown) => void;
}): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities,
    namingStrategy: new SnakeCaseNaming(),
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    poolSize,
    poolErrorHandler: onError,
    applicationName: `instaflow-${role}`,
    extra: {
      ...(role === 'owner' ? {} : { options: sessionOptions[role] }),
      connectionTimeoutMillis: 10_000,
      // A new connection has to make all its plans again, which takes longer than thousands of statements.
      idleTimeoutMillis: 0,
      keepAlive: true,
    },
  });

/**
 * Statements of the engine are few and the same for ever; a plan made for the values of one call would be made again
 * five times on each connection.
 */
const sessionOptions = {
  app: '-c role=instaflow_app',
  engine: '-c role=instaflow_engine -c plan_cache_mode=force_generic_plan',
} as const;
