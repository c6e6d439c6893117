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
  needsProfile: boolean;
  status: string;
  automationPausedUntil: number | null;
  lastAutomatedAt: number | null;
  lastDefaultReplyAt: number | null;
  lastUserMessageAt: number | null;
  /** State of the open run. */
  run: unknown;
  /** What became of the message the run waits for. */
  outcome: { key: string; status: 'sent' | 'failed' | 'cancelled'; errorCode: string | null } | null;
  /** In platform order, at most 200. */
  events: LoadedEvent[];
};

export type LoadedTurns = {
  turns: LoadedTurn[];
  /** When the shard is due next, beyond now. */
  nextDueAt: number | null;
};

/** The due contacts of a shard, in one round trip; `exclude` leaves contacts out that are being worked on. */
export const loadTurns = async (
  source: Database,
  input: { shard: number; limit: number; exclude: readonly string[]; now: number },
): Promise<LoadedTurns> => load(source, [input.shard, null, input.exclude, input.limit, new Date(input.now)]);

/** The named contacts, due or not. */
export const loadTurnsOfContacts = async (
  source: Database,
  input: { contactIds: readonly string[]; now: number },
): Promise<LoadedTurn[]> => {
  const { turns } = await load(source, [0, input.contactIds, [], 0, new Date(input.now)]);
  return turns;
};

const load = async (source: Database, parameters: unknown[]): Promise<LoadedTurns> => {
  const [row] = await source.query<{ loaded: LoadedTurns }[]>(
    'SELECT load_turns($1, $2, $3, $4, $5) AS loaded',
    parameters,
  );
  return row?.loaded ?? { turns: [], nextDueAt: null };
};
