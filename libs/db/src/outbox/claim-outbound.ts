import { z } from 'zod';
import type { Queryable } from './queryable';

const epochMs = z.number().nullable();

const claimedMessage = z.object({
  id: z.string(),
  /** The result of this attempt has to name it. */
  lease: z.string(),
  accountId: z.string(),
  contactId: z.string(),
  kind: z.enum(['message', 'private_reply', 'comment_reply']),
  isAutomated: z.boolean(),
  payload: z.unknown(),
  /** Counting this one. */
  attempts: z.number(),
  runId: z.string().nullable(),
  recipientId: z.string(),
  accountInstagramId: z.string(),
  sealedToken: z.string(),
  /** Throttles in a row before this attempt. */
  throttleCount: z.number(),
  createdAt: z.number(),
  lastUserMessageAt: epochMs,
  automationPausedUntil: epochMs,
  optedOutAt: epochMs,
  /** Automated messages this contact may get in 24 hours, and how many it got; null is unlimited. */
  dailyLimit: z.number().nullable(),
  sentToday: z.number(),
});
/** A message taken for sending, with all that sending it takes. Times are epoch milliseconds. */
export type ClaimedMessage = z.infer<typeof claimedMessage>;

const claim = z.object({
  rows: z.array(claimedMessage),
  /** When to ask again; null when only another event can make something ready. */
  nextReadyInMs: z.number().nullable(),
  /** Where the next walk over the accounts begins, so that each gets its turn. */
  cursor: z.string(),
  /** Whether more is ready now than this claim was allowed to take or to look at. */
  mayHaveMore: z.boolean(),
});
export type OutboundClaim = z.infer<typeof claim>;

/** Begins the walk over the accounts at the first. */
export const firstCursor = '00000000-0000-0000-0000-000000000000';

/**
 * Takes messages that may leave now and marks them `sending`: at most `limit`, at most `perAccount` of one account
 * and within its token bucket, at most the oldest open one of each contact. Safe from any number of processes.
 */
export const claimOutbound = async (
  source: Queryable,
  { lease, limit, perAccount, cursor }: { lease: string; limit: number; perAccount: number; cursor: string },
): Promise<OutboundClaim> => {
  const [row] = await source.query<{ claim: unknown }[]>('SELECT claim_outbound($1, $2, $3, $4) AS claim', [
    lease,
    limit,
    perAccount,
    cursor,
  ]);
  return claim.parse(row?.claim);
};
