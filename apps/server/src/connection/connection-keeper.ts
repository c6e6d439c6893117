import { doctorReportRepository } from '@instaflow/db';
import type { Dependencies } from '../dependencies';
import { runDeletions } from '../privacy/run-deletions';
import { checkAccount } from './doctor/check-account';
import { refreshTokens } from './refresh-tokens';

type Parts = Pick<
  Dependencies,
  | 'appSource'
  | 'engineSource'
  | 'graph'
  | 'keyRing'
  | 'clock'
  | 'log'
  | 'config'
  | 'simulatorUrl'
  | 'mediaStore'
>;

export type ConnectionKeeper = {
  start(): void;
  /** Does what is due: renewals, daily checks, deletions. Rejects when the database cannot be read. */
  run(): Promise<void>;
  /** Takes nothing more and waits for what is being done. */
  stop(): Promise<void>;
};

const dayMs = 24 * 3_600_000;
const checkedAtATime = 10;

/** Keeps connections working, one keeper per process; every piece of work belongs to one process at a time. */
export function createConnectionKeeper(parts: Parts, { intervalMs = 5_000 } = {}): ConnectionKeeper {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const checkDue = async (): Promise<void> => {
    for (let hasMore = true; hasMore && !isStopped;) {
      const now = parts.clock.now();
      const due = await doctorReportRepository.claimDue(parts.engineSource, {
        now,
        everyMs: dayMs,
        limit: checkedAtATime,
      });
      await Promise.all(due.map((key) => checkAccount(parts, { key, isRepairing: true })));
      hasMore = due.length === checkedAtATime;
    }
  };
  const work = async (): Promise<void> => {
    const results = await Promise.allSettled([
      runDeletions(parts, () => isStopped),
      refreshTokens(parts, () => isStopped),
      checkDue(),
    ]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  };
  const run = (): Promise<void> => (running ??= work().finally(() => (running = null)));
  const tick = (): void => {
    run().catch((err: unknown) =>
      parts.log.warn({ err }, 'Connections could not be looked after; the next look follows.'),
    );
  };
  return {
    run,
    start: () => {
      timer ??= setInterval(tick, intervalMs);
    },
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
