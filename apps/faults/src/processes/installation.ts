import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApi, type Api } from '../clients/api';
import { createSimulatorClient, type Simulator } from '../clients/simulator';
import { followLedger, type Ledger } from '../evidence/ledger';
import { until } from '../until';
import { startChild } from './child-program';
import { freePort } from './free-port';
import { startPostgres, type PostgresServer } from './postgres-server';
import { startRedis, type RedisServer } from './redis-server';
import { createRoleProgram, type RoleProgram } from './role-program';

export type Installation = {
  directory: string;
  postgres: PostgresServer;
  /** Null: the queues live in PostgreSQL. */
  redis: RedisServer | null;
  simulator: Simulator;
  ledger: Ledger;
  api: Api;
  apiProgram: RoleProgram;
  workers: RoleProgram[];
  stop: () => Promise<void>;
};

const startPatienceMs = 60_000;

/** Everything as somebody would run it in earnest: databases, one API, two workers, and Instagram beside it. */
export async function startInstallation(options: {
  directory: string;
  withRedis: boolean;
  seed: number;
}): Promise<Installation> {
  const { directory, withRedis } = options;
  mkdirSync(join(directory, 'data'), { recursive: true });
  const postgres = await startPostgres(directory);
  const redis = withRedis ? await startRedis(directory) : null;
  const secrets = {
    appSecret: randomBytes(16).toString('hex'),
    verifyToken: randomBytes(16).toString('hex'),
  };
  const { simulator, stopSimulator } = await startSimulator({ ...options, ...secrets });
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    DATA_DIR: join(directory, 'data'),
    DATABASE_URL: postgres.url,
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
    GRAPH_API_URL: simulator.url,
    INSTAGRAM_APP_SECRET: secrets.appSecret,
    INSTAGRAM_VERIFY_TOKEN: secrets.verifyToken,
    JWT_SECRET: randomBytes(48).toString('base64url'),
    ENCRYPTION_KEYS: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'info',
  };
  const create = async (name: string, role: string): Promise<RoleProgram> =>
    createRoleProgram({ name, port: await freePort(), directory, env: { ...env, ROLE: role } });
  const apiProgram = await create('api', 'api');
  const workers = [await create('worker-1', 'worker'), await create('worker-2', 'worker')];
  // One after the other: the first one migrates the database.
  for (const program of [apiProgram, ...workers]) program.start();
  const deadline = Date.now() + startPatienceMs;
  for (const program of [apiProgram, ...workers]) {
    if (!(await program.isReadyBy(deadline)))
      throw new Error(`${program.name} was not ready in time: ${directory}`);
  }
  await simulator.setWebhook(`${apiProgram.url}/api/v1/webhooks/instagram`);
  const ledger = followLedger(simulator);
  return {
    directory,
    postgres,
    redis,
    simulator,
    ledger,
    apiProgram,
    workers,
    api: await createApi(apiProgram.url, 'faults@example.com'),
    stop: async () => {
      await Promise.all([apiProgram, ...workers].map((program) => program.end('SIGTERM')));
      await ledger.stop();
      await Promise.all([stopSimulator(), postgres.stop(), redis?.stop()]);
    },
  };
}

async function startSimulator(options: {
  directory: string;
  seed: number;
  appSecret: string;
  verifyToken: string;
}): Promise<{ simulator: Simulator; stopSimulator: () => Promise<void> }> {
  const port = await freePort();
  const child = startChild({
    program: process.execPath,
    args: [join('dist', 'apps', 'simulator', 'main.mjs')],
    env: {
      PATH: process.env['PATH'],
      SIMULATOR_PORT: String(port),
      SIMULATOR_SEED: String(options.seed),
      SIMULATOR_APP_SECRET: options.appSecret,
      SIMULATOR_VERIFY_TOKEN: options.verifyToken,
    },
    logFile: join(options.directory, 'simulator.log'),
  });
  const simulator = createSimulatorClient(`http://127.0.0.1:${port}`);
  const answered = await until(() => simulator.countDeliveries().catch(() => null), {
    deadline: Date.now() + 20_000,
    everyMs: 50,
  });
  if (answered === null) throw new Error('The simulator did not start.');
  return { simulator, stopSimulator: () => child.end('SIGTERM') };
}
