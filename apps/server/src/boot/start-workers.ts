import { createDelivery } from '@instaflow/delivery';
import { createEffectRunner, createSweeper, createTurnProcessor, shardCount } from '@instaflow/flow-runtime';
import type { Dependencies } from '../dependencies';
import { createMailRunner } from '../mail/create-mail-runner';
import { createMailer } from '../mail/create-mailer';

export type RunningWorkers = {
  /** Messages may be ready: looks at once. */
  pokeDelivery(): void;
  /** Whether this process takes a shard up that is due now; see `TurnProcessor`. */
  takeShard(shard: number): boolean;
  /** Takes nothing new, finishes what runs. */
  stop(): Promise<void>;
};

type Parts = Pick<
  Dependencies,
  'engineSource' | 'jobs' | 'clock' | 'log' | 'metrics' | 'graph' | 'keyRing' | 'config'
>;

/** Turns, sending, calls of other programs, mails, profiles and the sweeper of this process. The jobs themselves are closed by their owner. */
export async function startWorkers(parts: Parts): Promise<RunningWorkers> {
  const { jobs, graph, keyRing } = parts;
  const shared = {
    dataSource: parts.engineSource,
    jobs,
    clock: parts.clock,
    logger: parts.log,
    metrics: parts.metrics,
  };
  const delivery = createDelivery({ ...shared, graph, keyRing, onDue: (shards) => goOn(shards) });
  const effects = createEffectRunner(shared);
  const { publicUrl, smtpUrl } = parts.config;
  const mailer = createMailer({ smtpUrl, publicUrl });
  const mails = createMailRunner({ ...shared, mailer, publicUrl });
  const turns = createTurnProcessor({
    ...shared,
    fetchProfile: (target, options) => delivery.fetchProfile(target, options),
    onOutbound: () => delivery.poke(),
    onEffects: () => effects.poke(),
    hasMail: mailer !== null,
  });
  const goOn = (shards: readonly number[]): void => {
    for (const shard of shards) if (!turns.takeHere(shard)) void jobs.wake('turns.wake', { shard });
  };
  await jobs.startWorker('turns.wake', async ({ shard }) => void (await turns.runShard(shard)), {
    // All shards at once: those that wait share one round of the processor.
    concurrency: shardCount,
  });
  await jobs.startWorker('delivery.wake', async () => void (await delivery.run()), { concurrency: 1 });
  await jobs.startWorker('profile.fetch', ({ contactId }) => delivery.fetchMissingProfile(contactId), {
    concurrency: 2,
  });
  const sweeper = createSweeper({
    ...shared,
    turns: { run: (shard) => turns.runShard(shard), lastRunAt: () => turns.lastRunAt() },
    delivery: { run: () => delivery.run(), lastRunAt: () => delivery.lastRunAt() },
  });
  sweeper.start();
  effects.start();
  mails.start();
  return {
    pokeDelivery: () => delivery.poke(),
    takeShard: (shard) => turns.takeHere(shard),
    stop: async () => {
      await sweeper.stop();
      await Promise.all([effects.stop(), mails.stop(), jobs.close({ timeoutMs: 5_000 })]);
      await turns.close();
      await delivery.stop();
    },
  };
}
