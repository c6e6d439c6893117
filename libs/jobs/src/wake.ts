import type { JobsOptions } from 'bullmq';
import type { Clock, Logger } from '@instaflow/platform';
import { jobDefinitions, type JobDefinition, type JobName } from './job-definitions';
import type { JobQueue } from './queue-backend';
import { withinMs } from './within-ms';

const slotMs = 100;
const patienceMs = 900;
const pauseAfterFailureMs = 1_000;

/** Names of jobs that only wait for their slot and then become a plain wake-up. */
export const delayedPrefix = 'at-';

/** How one plain wake-up is added: never lost, never two of one id running at once. */
export function wakeOptions(definition: JobDefinition, id: string): JobsOptions {
  return {
    ...commonOptions(definition),
    // Of BullMQ's ways to deduplicate the only one that runs once more for what arrives while a job is active.
    deduplication: { id, keepLastIfActive: true },
  };
}

/** A wake-up for later shares one job with all others of the same id in its 100 ms slot. */
export function delayedWakeOptions(
  definition: JobDefinition,
  id: string,
  time: { nowMs: number; delayMs: number },
): JobsOptions {
  const slot = Math.ceil((time.nowMs + time.delayMs) / slotMs);
  return {
    ...commonOptions(definition),
    jobId: `${delayedPrefix}${slot}-${id}`,
    delay: slot * slotMs - time.nowMs,
  };
}

/**
 * A function that adds wake-ups. It answers false, within a second and without throwing, when the queue does not take
 * them; after a failure it does not even try for a second, so that an outage does not pile up promises.
 */
export function createWake(options: { queueOf(name: JobName): JobQueue; clock: Clock; log: Logger }) {
  let silentUntil = 0;
  return async (
    name: JobName,
    payload: unknown,
    { delayMs = 0 }: { delayMs?: number } = {},
  ): Promise<boolean> => {
    const definition: JobDefinition = jobDefinitions[name];
    const nowMs = options.clock.now();
    if (nowMs < silentUntil) return false;
    try {
      const data = definition.payload.parse(payload);
      const id = definition.dedupeId(data);
      const jobOptions =
        delayMs > 0 ? delayedWakeOptions(definition, id, { nowMs, delayMs }) : wakeOptions(definition, id);
      await withinMs(patienceMs, options.queueOf(name).add(name, data, jobOptions));
      return true;
    } catch (error) {
      const failedAtMs = options.clock.now();
      // Those under way when the silence began fail, too; one of them says so for all.
      if (failedAtMs >= silentUntil) {
        options.log.warn(
          { err: error, job: name },
          'A wake-up could not be queued; the sweeper will find the work.',
        );
      }
      silentUntil = failedAtMs + pauseAfterFailureMs;
      return false;
    }
  };
}

function commonOptions({ retry }: JobDefinition): JobsOptions {
  return {
    attempts: retry.attempts,
    backoff: { type: 'exponential', delay: retry.backoffMs, jitter: 0.5 },
    removeOnComplete: true,
    removeOnFail: { count: 1_000 },
    stackTraceLimit: 3,
  };
}
