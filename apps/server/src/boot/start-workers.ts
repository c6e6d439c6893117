import { createDelivery, openToken } from '@instaflow/delivery';
import {
  createCommentPoller,
  createEffectRunner,
  createRecovery,
  createSweeper,
  createTurnProcessor,
  shardCount,
} from '@instaflow/flow-runtime';
import { createFlowCountKeeper } from '../analytics/create-flow-count-keeper';
import { createConnectionKeeper } from '../connection/connection-keeper';
import type { Dependencies } from '../dependencies';
import { createMailRunner } from '../mail/create-mail-runner';
import { createMailer } from '../mail/create-mailer';
import { startMediaKeepers } from '../media/start-media-keepers';
import { createTriggerKeeper } from '../triggers/create-trigger-keeper';

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
  | 'appSource'
  | 'engineSource'
  | 'simulatorUrl'
  | 'jobs'
  | 'clock'
  | 'log'
  | 'metrics'
  | 'graph'
  | 'keyRing'
  | 'config'
  | 'intake'
  | 'mediaStore'
>;

/** Turns, sending, calls of other programs, mails, profiles and the sweeper of this process. The jobs themselves are closed by their owner. */
export async function startWorkers(parts: Parts): Promise<RunningWorkers> {
  const { jobs, graph, keyRing } = parts;
  const shared = sharedOf(parts);
  const delivery = createDelivery({ ...shared, graph, keyRing, onDue: (shards) => goOn(shards) });
  const effects = createEffectRunner({
    ...shared,
    readFollowState: (contactId) => delivery.readFollowState(contactId),
  });
  const { publicUrl, smtpUrl } = parts.config;
  const mailer = createMailer({ smtpUrl, publicUrl });
  const mails = createMailRunner({ ...shared, mailer, publicUrl });
  const turns = createTurnProcessor({
    ...shared,
    fetchProfile: (target, options) => delivery.fetchProfile(target, options),
    onOutbound: () => delivery.poke(),
    onEffects: () => effects.poke(),
    hasMail: mailer !== null,
    intakeWaitMs: () => parts.intake.recentWaitMs(),
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
  const keepers = startKeepers(parts, shared);
  return {
    pokeDelivery: () => delivery.poke(),
    takeShard: (shard) => turns.takeHere(shard),
    stop: async () => {
      await sweeper.stop();
      await Promise.all([effects.stop(), mails.stop(), keepers.stop(), jobs.close({ timeoutMs: 5_000 })]);
      await turns.close();
      await delivery.stop();
    },
  };
}

const sharedOf = ({ engineSource, jobs, clock, log, metrics }: Parts) => ({
  dataSource: engineSource,
  jobs,
  clock,
  logger: log,
  metrics,
});

/** What looks by itself whether everything at Instagram is as it should be: connections, missed events, posts and menus. */
function startKeepers(parts: Parts, shared: ReturnType<typeof sharedOf>): { stop(): Promise<void> } {
  const connections = createConnectionKeeper(parts);
  connections.start();
  const reading = {
    ...shared,
    graph: parts.graph,
    intake: parts.intake,
    openToken: (account: Parameters<typeof openToken>[1]) => openToken(parts.keyRing, account),
  };
  const recovery = createRecovery(reading);
  recovery.start();
  const comments = createCommentPoller(reading);
  comments.start();
  const triggers = createTriggerKeeper(parts);
  triggers.start();
  const media = startMediaKeepers(parts);
  const flowCounts = createFlowCountKeeper(parts);
  flowCounts.start();
  return {
    stop: async () => {
      const keepers = [connections, triggers, recovery, comments, media, flowCounts];
      await Promise.all(keepers.map((keeper) => keeper.stop()));
    },
  };
}
