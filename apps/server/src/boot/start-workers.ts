import { createDelivery } from '@instaflow/delivery';
import { createSweeper, createTurnProcessor } from '@instaflow/flow-runtime';
import type { Dependencies } from '../dependencies';

export type RunningWorkers = {
  /** Messages may be ready: looks at once. */
  pokeDelivery(): void;
  /** Takes nothing new, finishes what runs. */
  stop(): Promise<void>;
};

type Parts = Pick<Dependencies, 'engineSource' | 'jobs' | 'clock' | 'log' | 'metrics' | 'graph' | 'keyRing'>;

/** Turns, sending, profiles and the sweeper of this process. The jobs themselves are closed by their owner. */
export async function startWorkers(parts: Parts): Promise<RunningWorkers> {
  const { jobs, graph, keyRing } = parts;
  const shared = {
    dataSource: parts.engineSource,
    jobs,
    clock: parts.clock,
    logger: parts.log,
    metrics: parts.metrics,
  };
  const delivery = createDelivery({ ...shared, graph, keyRing });
  const turns = createTurnProcessor({
    ...shared,
    ensureProfiles: (contactIds, options) => delivery.fetchProfiles(contactIds, options),
    onOutbound: () => delivery.poke(),
  });
  await jobs.startWorker('turns.wake', async ({ shard }) => void (await turns.runShard(shard)), {
    concurrency: 4,
  });
  await jobs.startWorker('delivery.wake', async () => void (await delivery.run()), { concurrency: 1 });
  await jobs.startWorker('profile.fetch', ({ contactId }) => delivery.fetchProfile(contactId), {
    concurrency: 2,
  });
  const sweeper = createSweeper({
    ...shared,
    turns: { run: (shard) => turns.runShard(shard), lastRunAt: () => turns.lastRunAt() },
    delivery: { run: () => delivery.run(), lastRunAt: () => delivery.lastRunAt() },
  });
  sweeper.start();
  return {
    pokeDelivery: () => delivery.poke(),
    stop: async () => {
      await sweeper.stop();
      await jobs.close({ timeoutMs: 5_000 });
      await turns.close();
      await delivery.stop();
    },
  };
}
