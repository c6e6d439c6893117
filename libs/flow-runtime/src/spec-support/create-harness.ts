import { createDataSource, inEngine, type Database } from '@instaflow/db';
import type { JobName } from '@instaflow/jobs';
import { createLogger, createMetrics, type Clock } from '@instaflow/platform';
import { createIntake } from '../intake/create-intake';
import { createTurnProcessor, type TurnProcessorOptions } from '../turns/create-turn-processor';
import { seedAccount, type SeededAccount } from './seed-account';
import { textEvents } from './webhook-events';

export type WakeCall = { name: JobName; payload: object; delayMs: number };

const openPools = async (url: string) => {
  const open = (role: 'owner' | 'engine' | 'app', poolSize: number): Promise<Database> =>
    createDataSource({ url, role, poolSize, onError: () => undefined }).initialize();
  const [owner, engine, app] = await Promise.all([open('owner', 2), open('engine', 8), open('app', 2)]);
  return { owner, engine, app };
};

/** The pools of a worker on `test`, which it drops at the end, and what was asked of the queue. */
export const createHarness = async (
  test: { url: string; drop(): Promise<void> },
  clock: Clock & { advance(ms: number): void },
) => {
  const { owner, engine, app } = await openPools(test.url);
  const wakes: WakeCall[] = [];
  const jobs = {
    wake: (name: JobName, payload: object, { delayMs = 0 } = {}) => {
      wakes.push({ name, payload, delayMs });
      return Promise.resolve(true);
    },
    restartWorker: () => Promise.resolve(),
  };
  const logs: string[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void logs.push(line) } });
  const newIntake = (dataSource = engine) =>
    createIntake({ dataSource, jobs, clock, logger, metrics: createMetrics() });
  const newProcessor = (options: Partial<TurnProcessorOptions> = {}) =>
    createTurnProcessor({ dataSource: engine, jobs, clock, logger, metrics: createMetrics(), ...options });
  const intake = newIntake();
  const turns = newProcessor();
  let mids = 0;

  return {
    owner,
    engine,
    app,
    clock,
    jobs,
    wakes,
    logs,
    logger,
    intake,
    turns,
    newIntake,
    newProcessor,
    seed: (options?: Parameters<typeof seedAccount>[1]) => seedAccount(owner, options),
    /** One text of one person arrives; answers its mid. */
    receive: async (account: SeededAccount, from: string, text: string): Promise<string> => {
      mids += 1;
      const mid = `m-${mids}`;
      await intake.accept(textEvents([{ mid, from, text, to: account.instagramUserId }], clock.now()));
      return mid;
    },
    runAll: async (processor = turns): Promise<number> => {
      const runs = await Promise.all(Array.from({ length: 16 }, (_, shard) => processor.runShard(shard)));
      return runs.reduce((sum, { processed }) => sum + processed, 0);
    },
    query: <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
      owner.query<Row[]>(sql, parameters),
    inEngine: <Result>(work: Parameters<typeof inEngine<Result>>[1]) => inEngine(engine, work),
    close: async () => {
      await intake.close();
      await turns.close();
      await Promise.all([owner.destroy(), engine.destroy(), app.destroy()]);
      await test.drop();
    },
  };
};

export type Harness = Awaited<ReturnType<typeof createHarness>>;
