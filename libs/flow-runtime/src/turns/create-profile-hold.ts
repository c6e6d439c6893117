import type { LoadedTurn } from '@instaflow/db';
import type { Logger } from '@instaflow/platform';

/** Fetches profiles of contacts and stores them; resolves when done or after `timeoutMs`, whatever the outcome. */
export type EnsureProfiles = (contactIds: readonly string[], options: { timeoutMs: number }) => Promise<void>;

export type ProfileHold = {
  /** Contacts whose profile is being fetched. */
  held(): string[];
  /** Starts the fetch for those who need it and answers the others, whose turn can go on at once. */
  takeReady(turns: readonly LoadedTurn[]): LoadedTurn[];
  drain(): Promise<void>;
};

/**
 * A new contact's first turn waits for its profile, at most 2 s, without holding up anyone else: its wake stays due, it
 * is only left out of loading until `resume` takes it up.
 */
export const createProfileHold = (options: {
  ensureProfiles: EnsureProfiles | undefined;
  resume: (contactIds: readonly string[]) => Promise<unknown>;
  logger: Logger;
}): ProfileHold => {
  const { ensureProfiles, logger } = options;
  const held = new Set<string>();
  const working = new Set<Promise<void>>();

  const fetchAndResume = async (fetch: EnsureProfiles, contactIds: readonly string[]): Promise<void> => {
    await settleWithin(fetch(contactIds, { timeoutMs: patienceMs }), patienceMs, (error) =>
      logger.warn({ err: error, contacts: contactIds.length }, 'Profiles could not be fetched.'),
    );
    try {
      await options.resume(contactIds);
    } catch (error) {
      logger.warn(
        { err: error, contacts: contactIds.length },
        'First turns have to be taken up by the sweeper.',
      );
    } finally {
      for (const contactId of contactIds) held.delete(contactId);
    }
  };

  return {
    held: () => [...held],
    takeReady: (turns) => {
      if (ensureProfiles === undefined) return [...turns];
      const waiting = turns.filter(needsProfile).map(({ contactId }) => contactId);
      if (waiting.length === 0) return [...turns];
      for (const contactId of waiting) held.add(contactId);
      const work = fetchAndResume(ensureProfiles, waiting).finally(() => working.delete(work));
      working.add(work);
      return turns.filter((turn) => !needsProfile(turn));
    },
    drain: async () => {
      await Promise.all(working);
    },
  };
};

const patienceMs = 2_000;

const needsProfile = ({ needsProfile, isFirstContact, events }: LoadedTurn): boolean =>
  needsProfile && isFirstContact && events.some(({ messageId }) => messageId !== null);

const settleWithin = async (
  work: Promise<void>,
  ms: number,
  onError: (error: unknown) => void,
): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(onError), patience]);
  clearTimeout(timer);
};
