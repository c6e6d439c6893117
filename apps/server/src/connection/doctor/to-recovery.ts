import type { MissedEventsRecovery } from '@instaflow/contracts';
import type { MissedEventsReading } from '@instaflow/db';
import { toIso } from '../../http/to-iso';

const sentences: Record<MissedEventsRecovery['state'], (reading: MissedEventsReading | null) => string> = {
  none: () => 'Nothing was read again so far.',
  waiting: () => 'Reading begins in a moment, or goes on as soon as Instagram lets it.',
  running: (reading) => `${reading?.eventsRead ?? 0} events were read so far.`,
  done: (reading) =>
    `Done: ${reading?.eventsFound ?? 0} of ${reading?.eventsRead ?? 0} events had been missed.`,
  failed: () => 'Instagram did not let everything be read. What was read is here. Try again later.',
  cancelled: () => 'Cancelled. What was read until then is here.',
};

/** How reading missed events goes, as the HTTP API shows it; null when there was none so far. */
export function toRecovery(accountId: string, reading: MissedEventsReading | null): MissedEventsRecovery {
  if (reading === null) return { ...none, instagramAccountId: accountId, sentence: sentences.none(null) };
  const { state, reason, since, eventsRead, eventsFound, startedAt, finishedAt } = reading;
  return {
    instagramAccountId: accountId,
    state,
    sentence: sentences[state](reading),
    reason,
    since: toIso(since),
    eventsRead,
    eventsFound,
    startedAt: toIso(startedAt),
    finishedAt: toIso(finishedAt),
  };
}

const none = {
  state: 'none',
  reason: null,
  since: null,
  eventsRead: 0,
  eventsFound: 0,
  startedAt: null,
  finishedAt: null,
} as const;
