import type { Database } from '../turns/database';
import { retryOnConflict } from '../turns/retry-on-conflict';

/** One event as intake stores it. Times are epoch milliseconds; ids are made by the caller. */
export type IntakeRow = {
  id: string;
  entryId: string;
  /** Instagram id of the account's side of the message, when it differs from `entryId`. */
  ownId: string | null;
  contactInstagramId: string | null;
  username: string | null;
  /** Used when contact and conversation are new. */
  contactId: string;
  conversationId: string;
  dedupeKey: string;
  kind: string;
  platformAt: number;
  raw: object;
  event: object;
  status: 'received' | 'ignored' | 'unhandled';
  reason: string | null;
  /** Null: no row in the message log. */
  messageType: string | null;
  content: object | null;
  preview: string | null;
  opensWindow: boolean;
  isDebounced: boolean;
  /** The person says STOP: nothing automated leaves until their turn, see the function `hold_automated`. */
  isLeaving?: true;
};

export type DueShard = { shard: number; dueAt: number };

/**
 * Stores the rows in one transaction and one round trip; rows already there are passed over. Answers the shards that
 * have work and when. Throws the error of the database when the batch as a whole could not be stored.
 */
export const storeEvents = async (
  source: Database,
  rows: readonly IntakeRow[],
  now: number,
): Promise<DueShard[]> => {
  const sorted = [...rows].sort((a, b) => (a.dedupeKey < b.dedupeKey ? -1 : 1));
  const due = await retryOnConflict(() =>
    source.query<{ shard: number; due_at: number }[]>('SELECT shard, due_at FROM intake_events($1, $2)', [
      JSON.stringify(sorted),
      new Date(now),
    ]),
  );
  return due.map(({ shard, due_at: dueAt }) => ({ shard, dueAt }));
};
