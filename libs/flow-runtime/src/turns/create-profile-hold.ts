import type { LoadedTurn, ProfileResult, ProfileTarget } from '@instaflow/db';
import type { Jobs } from '@instaflow/jobs';
import type { Clock, Logger } from '@instaflow/platform';
import { createProfileRetry } from './create-profile-retry';

/**
 * Asks Instagram for a profile. Answers null when that takes longer than `timeoutMs`: then the asking goes on and its
 * result is kept by whoever asks. A refusal is an answer too.
 */
export type FetchProfile = (
  target: ProfileTarget,
  options: { timeoutMs: number },
) => Promise<ProfileResult | null>;

/** A loaded contact, and what was found out about the person since. */
export type PreparedTurn = LoadedTurn & { profile: ProfileResult | null };

export type ProfileHold = {
  /** Contacts whose profile is being fetched, or whose turn with it is not applied yet. */
  held(): string[];
  /** Starts the fetch for those who need it and answers the others, whose turn can go on at once. */
  takeReady(turns: readonly LoadedTurn[]): PreparedTurn[];
  /** Those whose profile has come, but for people of some accounts. They stay held until they are let go. */
  takeArrived(butOf?: readonly string[]): PreparedTurn[];
  letGo(turns: readonly LoadedTurn[]): void;
  readonly hasArrived: boolean;
  readonly isHolding: boolean;
  drain(): Promise<void>;
};

/**
 * A new contact's first turn waits for its profile, at most 2 s, without holding up anyone else: its wake stays due, it
 * is only left out of loading until its turn is applied. The turn is then taken on what was loaded before; if the
 * contact changed meanwhile, the fence of its version notices. What was refused is asked for again later.
 */
export const createProfileHold = (options: {
  fetchProfile?: FetchProfile;
  /** Called when `takeArrived` has something to take. */
  onArrived: () => void;
  jobs: Pick<Jobs, 'wake'>;
  clock: Clock;
  logger: Logger;
}): ProfileHold => {
  const { fetchProfile, logger } = options;
  const tryAgain = createProfileRetry(options);
  const held = new Set<string>();
  const working = new Set<Promise<void>>();
  let arrived: PreparedTurn[] = [];

  const fetchOf = async (turn: LoadedTurn, target: ProfileTarget, fetch: FetchProfile): Promise<void> => {
    const profile = await fetch(target, { timeoutMs: patienceMs }).catch((error: unknown) => {
      logger.warn({ err: error, contactId: turn.contactId }, 'A profile could not be fetched.');
      return null;
    });
    arrived.push(withProfile(turn, profile));
    options.onArrived();
  };

  return {
    get hasArrived() {
      return arrived.length > 0;
    },
    get isHolding() {
      return held.size > 0;
    },
    held: () => [...held],
    takeReady: (turns) =>
      turns.flatMap((turn): PreparedTurn[] => {
        // Loaded by two rounds at a time: one of them is asking already.
        if (held.has(turn.contactId)) return [];
        const target = fetchProfile && profileNeededBy(turn);
        if (!fetchProfile || !target) {
          if (fetchProfile) tryAgain(turn);
          return [{ ...turn, profile: null }];
        }
        held.add(turn.contactId);
        const work = fetchOf(turn, target, fetchProfile).finally(() => working.delete(work));
        working.add(work);
        return [];
      }),
    takeArrived: (butOf = []) => {
      const taken = arrived.filter(({ accountId }) => !butOf.includes(accountId));
      arrived = arrived.filter(({ accountId }) => butOf.includes(accountId));
      return taken;
    },
    letGo: (turns) => {
      for (const { contactId } of turns) held.delete(contactId);
    },
    drain: async () => {
      await Promise.all(working);
    },
  };
};

const patienceMs = 2_000;

/** Instagram tells nothing of people who have only commented; their first direct message is worth a second question. */
const profileNeededBy = (turn: LoadedTurn): ProfileTarget | null => {
  const { profileTarget, profileAttempts, isFirstContact, events } = turn;
  const isWorthIt = events.some(
    ({ messageId, kind }) => messageId !== null && (profileAttempts === 0 || kind !== 'comment'),
  );
  return isFirstContact && isWorthIt ? profileTarget : null;
};

/** As the database will keep it: names a member of the team wrote stay. */
export const withProfile = (turn: LoadedTurn, profile: ProfileResult | null): PreparedTurn => {
  if (!profile?.isFetched) return { ...turn, profile };
  return {
    ...turn,
    profile,
    username: profile.username ?? turn.username,
    firstName: turn.firstName ?? profile.firstName,
    lastName: turn.lastName ?? profile.lastName,
    profilePictureUrl: profile.profilePictureUrl ?? turn.profilePictureUrl,
    isFollower: profile.isFollower ?? turn.isFollower,
  };
};
