import type { IntakeRow } from '@instaflow/db';

/** An answer that comes later than this answers nobody any more. */
const freshMs = 10 * 60_000;

/** What the account itself sent or changed is no question that could be stale. */
const unanswered = new Set(['echo', 'edit', 'deletion', 'reaction', 'read']);

/** An event nobody delivered in its time: marked late, and ignored as `stale` when it is too old to be answered. */
export const toLateRow = (row: IntakeRow, now: number): IntakeRow => {
  const content = row.content === null ? null : { ...row.content, isLate: true };
  const isStale = row.status === 'received' && !unanswered.has(row.kind) && now - row.platformAt > freshMs;
  return isStale ? { ...row, content, status: 'ignored', reason: 'stale' } : { ...row, content };
};
