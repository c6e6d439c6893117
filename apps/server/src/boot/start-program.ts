import { join } from 'node:path';
import { startEmbeddedPostgres } from '@instaflow/db';
import { createIntake } from '@instaflow/flow-runtime';
import { createGraphClient } from '@instaflow/instagram';
import { createJobs } from '@instaflow/jobs';
import { createKeyRing, createMetrics, systemClock, type Config, type Logger } from '@instaflow/platform';
import { checkEncryptionKeys } from '../connection/rotate-keys';
import type { Dependencies } from '../dependencies';
import { seedDemo } from '../demo/seed-demo';
import { registerSimulatorWebhook } from '../demo/register-simulator-webhook';
import { createLanguageModel } from '../language-model/create-language-model';
import { openMedia } from '../media/open-media';
import { checkPort } from './check-port';
import { openDatabase } from './open-database';
import { printBanner } from './print-banner';
import { programPaths } from './program-paths';
import { serve } from './serve';
import type { Shutdown } from './shutdown';
import { startSimulator } from './start-simulator';
import { startWorkers, type RunningWorkers } from './start-workers';

type Start = { config: Config; log: Logger; shutdown: Shutdown; startedFile: string | undefined };

/** Starts everything this process is to run, in an order in which each part finds what it needs. */
export async function startProgram(start: Start): Promise<void> {
  const { config, shutdown } = start;
  await checkPort(config);
  const { deps, attachWorkers } = await createDependencies(start);
  const isWorker = config.role !== 'api';
  const isApi = config.role !== 'worker';
  const testPhoneUrl = isApi && config.seedDemo ? await seedDemo(deps) : deps.simulatorUrl;
  if (isWorker) {
    const workers = await startWorkers(deps);
    attachWorkers(workers);
    shutdown.add('workers', () => workers.stop());
  }
  const address = await serve(deps, { shutdown, webDirectory: programPaths(start.startedFile).web });
  if (isApi) await registerSimulatorWebhook(deps, address);
  printBanner((line) => process.stdout.write(`${line}\n`), {
    address,
    role: config.role,
    demoPassword: config.demoPassword,
    testPhoneUrl,
  });
}

async function createDependencies(
  start: Start,
): Promise<{ deps: Dependencies; attachWorkers: (workers: RunningWorkers) => void }> {
  const { config, log, shutdown } = start;
  const databaseUrl = config.databaseUrl ?? (await startOwnPostgres(start));
  const database = await openDatabase(databaseUrl, log);
  shutdown.add('database', () => database.close());
  const keyRing = createKeyRing(config.encryptionKeys);
  await checkEncryptionKeys({ source: database.engineSource, keyRing });
  const simulatorUrl = config.instagram.graphApiUrl === null ? await startOwnSimulator(start) : null;
  const metrics = createMetrics({ labels: { role: config.role } });
  const jobs = await createJobs({ databaseUrl, redisUrl: config.redisUrl, log });
  shutdown.add('jobs', () => jobs.close({ timeoutMs: 1_000 }));
  const { graphApiUrl, graphApiVersion, oauth } = config.instagram;
  const graph = createGraphClient({
    baseUrl: graphApiUrl ?? simulatorUrl ?? '',
    facebookBaseUrl: oauth.facebookGraphUrl ?? simulatorUrl ?? '',
    version: graphApiVersion,
  });
  shutdown.add('graph', () => graph.destroy());
  const clock = systemClock;
  let workers: RunningWorkers | null = null;
  const intake = createIntake({
    dataSource: database.engineSource,
    jobs,
    clock,
    logger: log,
    metrics,
    takeHere: (shard) => workers?.takeShard(shard) ?? false,
  });
  shutdown.add('intake', () => intake.close());
  const deps: Dependencies = {
    config,
    clock,
    log,
    metrics,
    keyRing,
    appSource: database.appSource,
    engineSource: database.engineSource,
    jobs,
    graph,
    intake,
    ...openMedia({ config, engineSource: database.engineSource, clock, log }),
    languageModel: createLanguageModel(config.openai),
    wakeDelivery: () => {
      workers?.pokeDelivery();
      void jobs.wake('delivery.wake', {});
    },
    simulatorUrl,
  };
  return { deps, attachWorkers: (running) => (workers = running) };
}

async function startOwnPostgres({ config, log, shutdown }: Start): Promise<string> {
  const postgres = await startEmbeddedPostgres({ directory: join(config.dataDir, 'postgres'), log });
  shutdown.add('postgres', () => postgres.stop());
  return postgres.url;
}

async function startOwnSimulator({ config, log, shutdown, startedFile }: Start): Promise<string> {
  const simulator = await startSimulator({ config, log, mainFile: programPaths(startedFile).simulator });
  shutdown.add('simulator', () => simulator.stop());
  return simulator.url;
}
