import { tmpdir } from 'node:os';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createIntake } from '@instaflow/flow-runtime';
import { createGraphClient } from '@instaflow/instagram';
import { createJobs } from '@instaflow/jobs';
import { createKeyRing, createLogger, createMetrics, loadConfig, systemClock } from '@instaflow/platform';
import { createTestDatabase } from '@instaflow/testing';
import { openDatabase } from '../boot/open-database';
import { startWorkers, type RunningWorkers } from '../boot/start-workers';
import { createApp } from '../create-app';
import type { Dependencies } from '../dependencies';
import { createLanguageModel } from '../language-model/create-language-model';
import { openMedia } from '../media/open-media';
import { TestClient } from './test-client';
import { startGraphStub, type GraphStub } from './graph-stub';
import { startSimulatorStub } from './simulator-stub';

export const appSecret = 'test-app-secret-of-instagram';
export const metaSecret = 'test-app-secret-of-meta';
export const verifyToken = 'test-verify-token';

export type TestApp = {
  app: NestFastifyApplication;
  deps: Dependencies;
  graph: GraphStub;
  api: TestClient;
  databaseUrl: string;
  close(): Promise<void>;
};

/**
 * The whole server on a database of its own and a stub of Graph; with `workers` it answers and sends, too. With
 * `simulator` the stub is one of the built-in simulator.
 */
export async function startTestApp({
  workers = false,
  env = {},
  listen = false,
  simulator = false,
  graphUrl,
}: {
  workers?: boolean;
  env?: Record<string, string>;
  listen?: boolean;
  simulator?: boolean;
  /** Where Graph is, instead of at the stub. */
  graphUrl?: string;
} = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const graph = await (simulator ? startSimulatorStub() : startGraphStub());
  const baseUrl = graphUrl ?? graph.url;
  const log = createLogger({ level: process.env['TEST_LOG'] ?? 'fatal' });
  const opened = await openDatabase(database.url, log);
  const jobs = await createJobs({ databaseUrl: database.url, log });
  const config = loadConfig({
    NODE_ENV: 'test',
    DATA_DIR: tmpdir(),
    DATABASE_URL: database.url,
    GRAPH_API_URL: baseUrl,
    PUBLIC_URL: 'http://localhost:4400',
    JWT_SECRET: 'q8Jz0vX4m2Kc7LwP9sRtYb3NdFhGaUeI',
    ENCRYPTION_KEYS: Buffer.alloc(32, 'k1').toString('base64'),
    INSTAGRAM_APP_SECRET: appSecret,
    META_APP_SECRET: metaSecret,
    INSTAGRAM_VERIFY_TOKEN: verifyToken,
    ...env,
  });
  const metrics = createMetrics();
  const client = createGraphClient({ baseUrl, version: 'v25.0', timeoutMs: 2_000 });
  const shared = { jobs, clock: systemClock, metrics };
  let running: RunningWorkers | null = null;
  const deps: Dependencies = {
    ...shared,
    config,
    log,
    keyRing: createKeyRing(config.encryptionKeys),
    appSource: opened.appSource,
    engineSource: opened.engineSource,
    graph: client,
    intake: createIntake({ ...shared, dataSource: opened.engineSource, logger: log }),
    ...openMedia({ config, engineSource: opened.engineSource, clock: systemClock, log }),
    languageModel: createLanguageModel(config.openai),
    wakeDelivery: () => running?.pokeDelivery(),
    simulatorUrl: simulator ? graph.url : null,
  };
  if (workers) running = await startWorkers(deps);
  const app = await createApp(deps, { webDirectory: '/nowhere' });
  if (listen) await app.listen(0, '127.0.0.1');
  return {
    app,
    deps,
    graph,
    api: new TestClient(app),
    databaseUrl: database.url,
    close: async () => {
      await app.close();
      await running?.stop();
      await deps.intake.close();
      await jobs.close({ timeoutMs: 1_000 });
      await client.destroy();
      await graph.close();
      await opened.close();
      await database.drop();
    },
  };
}
