import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApi, type Api } from '../clients/api';
import { createSimulatorClient, type Simulator } from '../clients/simulator';
import { followLedger, type Ledger } from '../evidence/ledger';
import { until } from '../until';
import { startChild } from './child-program';
import { createPorts, type NextPort } from './create-ports';
import { startOtherProgram, type OtherProgram } from './other-program';
import { startPostgres, type PostgresServer } from './postgres-server';
import { startRedis, type RedisServer } from './redis-server';
import { createRoleProgram, type RoleProgram } from './role-program';

export type Installation = {
  directory: string;
  postgres: PostgresServer;
  /** Null: the queues live in PostgreSQL. */
  redis: RedisServer | null;
  simulator: Simulator;
  otherProgram: OtherProgram;
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
  firstPort: number;
}): Promise<Installation> {
  const { directory, withRedis } = options;
  const nextPort = createPorts(options.firstPort);
  mkdirSync(join(directory, 'data'), { recursive: true });
  const postgres = await startPostgres(directory, nextPort);
  const redis = withRedis ? await startRedis(directory, nextPort) : null;
  const secrets = {
    appSecret: randomBytes(16).toString('hex'),
    verifyToken: randomBytes(16).toString('hex'),
  };
  const otherProgram = await startOtherProgram(directory, nextPort);
  const { simulator, stopSimulator } = await startSimulator({ ...options, ...secrets, nextPort });
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
    NODE_OPTIONS: otherProgram.nodeOptions,
    LOG_LEVEL: 'info',
  };
  const create = async (name: string, role: string): Promise<RoleProgram> =>
    createRoleProgram({ name, port: await nextPort(), directory, env: { ...env, ROLE: role } });
  const apiProgram = await create('api', 'api');
  const workers = [await create('worker-1', 'worker'), await create('worker-2', 'worker')];
  await startAll([apiProgram, ...workers], directory);
  await simulator.setWebhook(`${apiProgram.url}/api/v1/webhooks/instagram`);
  const ledger = followLedger(simulator);
  return {
    directory,
    postgres,
    redis,
    simulator,
    otherProgram,
    ledger,
    apiProgram,
    workers,
    api: await createApi(apiProgram.url, 'faults@example.com'),
    stop: async () => {
      await Promise.all([apiProgram, ...workers].map((program) => program.end('SIGTERM')));
      await ledger.stop();
      await Promise.all([stopSimulator(), otherProgram.stop(), postgres.stop(), redis?.stop()]);
    },
  };
}

/** Together: whoever comes first migrates the database. */
async function startAll(programs: readonly RoleProgram[], directory: string): Promise<void> {
  for (const program of programs) program.start();
  const deadline = Date.now() + startPatienceMs;
  for (const program of programs) {
    if (!(await program.isReadyBy(deadline)))
      throw new Error(`${program.name} was not ready in time: ${directory}`);
  }
}

async function startSimulator(options: {
  directory: string;
  seed: number;
  appSecret: string;
  verifyToken: string;
  nextPort: NextPort;
}): Promise<{ simulator: Simulator; stopSimulator: () => Promise<void> }> {
  const port = await options.nextPort();
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
