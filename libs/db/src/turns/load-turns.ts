import type { ProfileTarget } from '../outbox/contact-profiles';
import type { Database } from './database';

/** An event not yet handled. `event` is what intake stored of it. */
export type LoadedEvent = {
  id: string;
  dedupeKey: string;
  kind: string;
  at: number;
  receivedAt: number;
  messageId: string | null;
  event: unknown;
};

/** A contact with everything its turn depends on, of one snapshot. Times are epoch milliseconds. */
export type LoadedTurn = {
  contactId: string;
  workspaceId: string;
  accountId: string;
  conversationId: string;
  /** The fence: a turn is applied only onto this version. */
  version: number;
  /** Of the contact's wake; null when there is none. */
  seq: number | null;
  /** Failures in a row. */
  attempts: number;
  /** Of the account's settings, triggers and flows. */
  revision: number;
  instagramUserId: string;
  username: string | null;
  firstName: string | null;
  lastName: string | null;
  profilePictureUrl: string | null;
  isFollower: boolean | null;
  tags: string[];
  customAttributes: unknown;
  optedOut: boolean;
  triggerHistory: unknown;
  isFirstContact: boolean;
  /** How often the profile was asked for in vain. */
  profileAttempts: number;
  /** Whom to ask for the profile as long as there is none; null when there is, or nobody can be asked (any more). */
  profileTarget: ProfileTarget | null;
  status: string;
  automationPausedUntil: number | null;
  lastAutomatedAt: number | null;
  lastDefaultReplyAt: number | null;
  lastUserMessageAt: number | null;
  /** State of the open run. */
  run: unknown;
  /** What became of the message the run waits for; `uncertain` once nothing more will be found out about it. */
  outcome: {
    key: string;
    status: 'sent' | 'failed' | 'cancelled' | 'uncertain';
    errorCode: string | null;
  } | null;
  /** In platform order, at most 200. */
  events: LoadedEvent[];
};

export type DueTurns = {
  turns: LoadedTurn[];
  /** When each shard is due next; a time that has passed says that there was more than could be taken. */
  dues: { shard: number; dueAt: number }[];
};

/**
 * The due contacts of some shards, at most `limit`, those that wait longest first; `exclude` leaves contacts out that
 * are being worked on, and whole accounts. One round trip.
 */
export const loadDueTurns = async (
  source: Database,
  input: { shards: readonly number[]; limit: number; exclude: readonly string[]; now: number },
): Promise<DueTurns> => {
  const [row] = await source.query<{ loaded: DueTurns }[]>(
    'SELECT load_due_turns($1, $2, $3, $4) AS loaded',
    [input.shards, input.exclude, input.limit, new Date(input.now)],
  );
  return row?.loaded ?? { turns: [], dues: [] };
};

/** The named contacts, due or not. */
export const loadTurns = async (source: Database, contactIds: readonly string[]): Promise<LoadedTurn[]> => {
  const [row] = await source.query<{ loaded: LoadedTurn[] }[]>('SELECT load_turns($1) AS loaded', [
    contactIds,
  ]);
  return row?.loaded ?? [];
};
