import { AppError, systemClock, type Clock, type Logger } from '@instaflow/platform';
import { jobDefinitions, jobNames, type JobName, type JobPayload } from './job-definitions';
import { createPostgresQueues } from './postgres-backend';
import type { JobQueue, QueueBackend } from './queue-backend';
import { createRedisQueues } from './redis-backend';
import { startWorker, type JobHandler, type RunningWorker } from './start-worker';
import { createWake } from './wake';
import { withinMs } from './within-ms';

export type Jobs = {
  backend: 'postgres' | 'redis';
  /**
   * Asks for work soon, or after `delayMs`. Never throws and never takes more than a second: false means the queue
   * did not take it, and the sweeper finds the work later.
   */
  wake<Name extends JobName>(
    name: Name,
    payload: JobPayload<Name>,
    options?: { delayMs?: number },
  ): Promise<boolean>;
  /** One worker per job and process. A second call for the same job throws. */
  startWorker<Name extends JobName>(
    name: Name,
    handler: JobHandler<Name>,
    options: { concurrency: number },
  ): Promise<void>;
  /** Replaces a worker, for a watchdog that sees overdue work while the worker claims to run. */
  restartWorker(name: JobName): Promise<void>;
  /** Whether the queues answer within a second. */
  isReady(): Promise<boolean>;
  counts(name: JobName): Promise<{ waiting: number; active: number; delayed: number; failed: number }>;
  /** Lets running jobs finish for at most `timeoutMs` (default 8 s); what is left goes to other workers. */
  close(options?: { timeoutMs?: number }): Promise<void>;
};

/**
 * Connects to the queues: in Redis when `redisUrl` is given, otherwise in PostgreSQL. `prefix` separates
 * installations: a plain identifier, the schema in PostgreSQL and the key prefix in Redis.
 */
export async function createJobs(options: {
  databaseUrl: string;
  redisUrl?: string | null;
  prefix?: string;
  log: Logger;
  clock?: Clock;
}): Promise<Jobs> {
  const { log, clock = systemClock, prefix = 'instaflow_jobs' } = options;
  let isClosing = false;
  const onError = (error: Error, where: string) => {
    // A pool counts as closed before the server has seen its connections go: what it says then is no news.
    log[isClosing ? 'debug' : 'warn']({ err: error, where }, 'The queue reports an error.');
  };
  const backend = options.redisUrl
    ? createRedisQueues({ redisUrl: options.redisUrl, prefix, onError })
    : createPostgresQueues({ databaseUrl: options.databaseUrl, schema: prefix, onError });
  await backend.prepare();
  const queues = new Map(
    await Promise.all(jobNames.map(async (name) => [name, await openQueue(backend, name)] as const)),
  );
  const onClose = () => (isClosing = true);
  return assemble({ backend, queues, clock, log, onClose });
}

const openAttempts = 5;

/**
 * A queue on PostgreSQL remembers a failed first connection for ever, and its connection may time out while a starting
 * program keeps the event loop busy: so it is used once before it is handed out, and replaced when that fails.
 */
async function openQueue(backend: QueueBackend, name: JobName): Promise<JobQueue> {
  for (let attempt = 1; ; attempt += 1) {
    const queue = backend.createQueue(jobDefinitions[name].queue);
    if (backend.kind === 'redis') return queue;
    try {
      await queue.getJobCounts('active');
      return queue;
    } catch (error) {
      await queue.close().catch(() => undefined);
      if (attempt >= openAttempts) throw error;
    }
  }
}

function assemble(parts: {
  backend: QueueBackend;
  queues: Map<JobName, JobQueue>;
  clock: Clock;
  log: Logger;
  onClose: () => void;
}): Jobs {
  const { backend, queues, log } = parts;
  const workers = new Map<JobName, { worker: RunningWorker; start: () => RunningWorker }>();
  const queueOf = (name: JobName): JobQueue => {
    const queue = queues.get(name);
    if (queue === undefined) throw misuse(`there is no queue for ${name}`);
    return queue;
  };
  return {
    backend: backend.kind,
    wake: createWake({ queueOf, clock: parts.clock, log }),
    startWorker: async (name, handler, { concurrency }) => {
      if (workers.has(name)) throw misuse(`the worker of ${name} runs already`);
      const start = () => startWorker({ backend, queue: queueOf(name), name, concurrency, log, handler });
      const worker = start();
      workers.set(name, { worker, start });
      await worker.waitUntilReady();
    },
    restartWorker: async (name) => {
      const current = workers.get(name);
      if (current === undefined) return;
      await current.worker.close({ timeoutMs: 1_000 });
      workers.set(name, { ...current, worker: current.start() });
    },
    isReady: () => isAnswering(queueOf('turns.wake')),
    counts: async (name) => {
      const counts = await queueOf(name).getJobCounts('waiting', 'active', 'delayed', 'failed');
      const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
      return { waiting, active, delayed, failed };
    },
    close: async ({ timeoutMs = 8_000 } = {}) => {
      await Promise.all([...workers.values()].map(({ worker }) => worker.close({ timeoutMs })));
      workers.clear();
      parts.onClose();
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

async function isAnswering(queue: JobQueue): Promise<boolean> {
  try {
    await withinMs(1_000, queue.getJobCounts('active'));
    return true;
  } catch {
    // Whatever the reason: the answer to the question is no, and the error listeners have logged it.
    return false;
  }
}

function misuse(what: string): AppError {
  return new AppError({
    code: 'jobs_misuse',
    kind: 'unexpected',
    message: `Jobs are used wrongly: ${what}.`,
  });
}
