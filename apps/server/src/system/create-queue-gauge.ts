import { jobNames, type Jobs } from '@instaflow/jobs';
import type { Logger, Metrics } from '@instaflow/platform';

const patienceMs = 1_000;

/** The lengths of the queues as a metric; the function reads them anew, giving up after a second. */
export function createQueueGauge(deps: { jobs: Jobs; metrics: Metrics; log: Logger }): () => Promise<void> {
  const gauge = deps.metrics.gauge('instaflow_queue_jobs', 'Jobs in the queue', ['job', 'state']);
  const read = async (): Promise<void> => {
    for (const name of jobNames) {
      const counts = await deps.jobs.counts(name);
      for (const [state, count] of Object.entries(counts)) gauge.set({ job: name, state }, count);
    }
  };
  return async () => {
    const timeout = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
    const reading = read().catch((error: unknown) =>
      deps.log.debug({ err: error }, 'The queues cannot be counted now.'),
    );
    await Promise.race([reading, timeout]);
  };
}
