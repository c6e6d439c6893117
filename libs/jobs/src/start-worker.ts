import { AppError, type Logger } from '@instaflow/platform';
import { jobDefinitions, type JobDefinition, type JobName, type JobPayload } from './job-definitions';
import type { JobQueue, QueueBackend, RunningJob } from './queue-backend';
import { delayedPrefix, wakeOptions } from './wake';
import { withinMs } from './within-ms';

/** `attempt` starts at 1. A handler that throws is tried again as the job's retry policy says. */
export type JobHandler<Name extends JobName> = (
  payload: JobPayload<Name>,
  context: { jobId: string; attempt: number },
) => Promise<void>;

export type RunningWorker = {
  waitUntilReady(): Promise<unknown>;
  /** Takes no new jobs and lets running ones finish; after `timeoutMs` they are left to other workers. */
  close(options: { timeoutMs: number }): Promise<void>;
};

/** Starts the worker of one job's queue. A wake-up that waited for its time turns into a plain one first. */
export function startWorker<Name extends JobName>(options: {
  backend: QueueBackend;
  queue: JobQueue;
  name: Name;
  concurrency: number;
  log: Logger;
  handler: JobHandler<Name>;
}): RunningWorker {
  const { name, queue, log } = options;
  const definition: JobDefinition = jobDefinitions[name];
  const running = new Set<Promise<void>>();
  const run = async (job: RunningJob): Promise<void> => {
    const jobId = job.id ?? '';
    const payload = parsePayload(name, job.data);
    if (jobId.startsWith(delayedPrefix)) {
      // Running it here could overlap with a plain wake-up of the same id.
      await queue.add(name, payload, wakeOptions(definition, definition.dedupeId(payload)));
      return;
    }
    await options.handler(payload, { jobId, attempt: job.attemptsMade + 1 });
  };
  const process = async (job: RunningJob): Promise<void> => {
    const work = run(job);
    running.add(work);
    try {
      await work;
    } catch (error) {
      log.error({ err: error, job: name, jobId: job.id }, 'A job failed.');
      throw error;
    } finally {
      running.delete(work);
    }
  };
  const worker = options.backend.createWorker(definition.queue, {
    concurrency: options.concurrency,
    process,
  });
  return {
    waitUntilReady: () => worker.waitUntilReady(),
    close: async ({ timeoutMs }) => {
      // Pausing waits for a blocked read to return, which it does not always.
      await withinMs(pauseMs, worker.pause(true)).catch((error: unknown) => {
        log.warn({ err: error, job: name }, 'A worker did not pause; it is closed anyway.');
      });
      await withinMs(timeoutMs, finished(running)).catch(() => {
        log.warn(
          { job: name, left: running.size },
          'Jobs did not finish in time; other workers take them over.',
        );
      });
      await withinMs(closeMs, worker.close(running.size > 0)).catch((error: unknown) => {
        log.warn({ err: error, job: name }, 'A worker did not close in time; its connection is cut.');
      });
      worker.cutConnection?.();
    },
  };
}

const pauseMs = 500;
const closeMs = 1_000;

/** Also waits for a job that was fetched in the same moment in which fetching stopped. */
async function finished(running: ReadonlySet<Promise<void>>): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running);
}

function parsePayload<Name extends JobName>(name: Name, data: unknown): JobPayload<Name> {
  const parsed = jobDefinitions[name].payload.safeParse(data);
  // The table pairs name and schema, but the compiler does not follow a generic key through it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  if (parsed.success) return parsed.data as JobPayload<Name>;
  throw new AppError({
    code: 'invalid_job_payload',
    kind: 'unexpected',
    message: `A job ${name} carries a payload this version does not know.`,
    cause: parsed.error,
  });
}
