import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { workerTiming, type BackendErrorHandler, type QueueBackend } from './queue-backend';
import { withinMs } from './within-ms';

/** Queues in Redis, all names under `prefix`. Redis needs `maxmemory-policy noeviction`. */
export function createRedisQueues(options: {
  redisUrl: string;
  prefix: string;
  onError: BackendErrorHandler;
}): QueueBackend {
  const { prefix } = options;
  // A producer stands in the way of a webhook: it refuses at once while Redis is away.
  const producer = new Redis(options.redisUrl, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: 1_000,
    retryStrategy,
  });
  producer.on('error', (error: Error) => options.onError(error, 'redis producer'));
  return {
    kind: 'redis',
    prepare: () => connected(producer),
    createQueue: (name) => {
      // A queue asks for Redis' version first, and remembers for ever that it was not told: it would refuse every job
      // after one answer that came late while the program started. Workers ask on connections that wait.
      const queue = new Queue(name, {
        connection: producer,
        prefix,
        skipWaitingForReady: true,
        skipVersionCheck: true,
      });
      queue.on('error', (error) => options.onError(error, `queue ${name}`));
      return queue;
    },
    createWorker: (name, { concurrency, process }) => {
      const consumer = new Redis(options.redisUrl, { maxRetriesPerRequest: null, retryStrategy });
      consumer.on('error', (error: Error) => options.onError(error, `redis worker ${name}`));
      const worker = new Worker(name, process, {
        connection: consumer,
        prefix,
        concurrency,
        ...workerTiming,
      });
      worker.on('error', (error) => options.onError(error, `worker ${name}`));
      return {
        waitUntilReady: () => worker.waitUntilReady(),
        pause: (doNotWaitForActive) => worker.pause(doNotWaitForActive),
        close: (force) => worker.close(force),
        cutConnection: () => consumer.disconnect(),
      };
    },
    close: () => {
      producer.disconnect();
      return Promise.resolve();
    },
  };
}

/** Gives Redis a moment to answer, so that the first wake-up is not refused; a Redis that is down is no reason to wait. */
async function connected(redis: Redis): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    if (redis.status === 'ready') resolve();
    else redis.once('ready', () => resolve());
  });
  await withinMs(3_000, ready).catch(() => undefined);
}

function retryStrategy(attempt: number): number {
  return Math.min(100 * 2 ** Math.min(attempt, 6), 5_000);
}
