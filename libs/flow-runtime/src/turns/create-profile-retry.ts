import type { LoadedTurn } from '@instaflow/db';
import type { Jobs } from '@instaflow/jobs';
import type { Clock } from '@instaflow/platform';
import { LruMap } from '../accounts/lru-map';

/** The times of as many contacts are remembered; a forgotten one is only asked for a little early. */
const capacity = 10_000;

/** A Graph API that is down for an hour must not use up all the attempts a contact has. */
const pauseMs = 10 * 60_000;

/**
 * Has the profile of a contact fetched in the background that could not be had before: when they write, and at most
 * every ten minutes. Never waits.
 */
export const createProfileRetry = (options: {
  jobs: Pick<Jobs, 'wake'>;
  clock: Clock;
}): ((turn: Pick<LoadedTurn, 'contactId' | 'profileTarget' | 'events'>) => void) => {
  const askedAt = new LruMap<string, number>(capacity);
  return ({ contactId, profileTarget, events }) => {
    const hasWritten = events.some(({ messageId, kind }) => messageId !== null && kind !== 'comment');
    if (profileTarget === null || !hasWritten) return;
    const now = options.clock.now();
    if (now - (askedAt.get(contactId) ?? -Infinity) < pauseMs) return;
    askedAt.set(contactId, now);
    void options.jobs.wake('profile.fetch', { contactId });
  };
};
