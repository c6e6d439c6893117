import { z } from 'zod';
import type { Queryable } from './queryable';

const uncertainMessage = z.object({
  id: z.string(),
  accountId: z.string(),
  contactId: z.string(),
  kind: z.enum(['message', 'private_reply', 'comment_reply']),
  payload: z.unknown(),
  /** Epoch ms of the request whose answer was lost. */
  sendingSince: z.number(),
  /** It was sent again once already. */
  isSecondTry: z.boolean(),
  accountStatus: z.string(),
  recipientId: z.string(),
  accountInstagramId: z.string(),
  sealedToken: z.string().nullable(),
});
export type UncertainMessage = z.infer<typeof uncertainMessage>;

const claim = z.object({ rows: z.array(uncertainMessage), nextDueInMs: z.number().nullable() });

/** Turns messages whose sender died (no result for `leaseMs`) into `uncertain` ones; answers how many. */
export const expireOutboundLeases = async (source: Queryable, leaseMs: number): Promise<number> => {
  const [row] = await source.query<{ count: number }[]>('SELECT expire_outbound_leases($1) AS count', [
    leaseMs,
  ]);
  return row?.count ?? 0;
};

/**
 * Uncertain messages due for a look into their conversation, one per account (Instagram allows few reads); each is
 * put off by `againMs`, so that no other process looks at the same time. `nextDueInMs`: until the next is due, or null.
 */
export const claimUncertain = async (
  source: Queryable,
  { limit, againMs }: { limit: number; againMs: number },
): Promise<z.infer<typeof claim>> => {
  const [row] = await source.query<{ claim: unknown }[]>('SELECT claim_uncertain($1, $2) AS claim', [
    limit,
    againMs,
  ]);
  return claim.parse(row?.claim);
};

/** Which of these Instagram message ids the log of an account knows. */
export const listKnownMids = async (
  source: Queryable,
  { accountId, mids }: { accountId: string; mids: readonly string[] },
): Promise<Set<string>> => {
  const rows = await source.query<{ mid: string }[]>(
    'SELECT m.mid FROM message_log m WHERE m.instagram_account_id = $1 AND m.mid = ANY ($2)',
    [accountId, mids],
  );
  return new Set(rows.map(({ mid }) => mid));
};
