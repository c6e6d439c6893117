import { z } from 'zod';
import type { Database } from '../turns/database';

const claimedEffect = z.object({
  key: z.string(),
  accountId: z.string(),
  contactId: z.string(),
  runId: z.string(),
  kind: z.string(),
  request: z.unknown(),
  /** The result has to name it. */
  lease: z.string(),
  /** Counting this one. */
  attempts: z.number(),
  /** Attempts before this one that ended with a failure; the others were cut off. */
  failures: z.number(),
});
/** An effect taken for carrying out. */
export type ClaimedEffect = z.infer<typeof claimedEffect>;

/**
 * Takes effects that are due under a lease, at most `perAccount` of one account and none of the accounts in `busy`.
 * What no run waits for any more is cancelled instead. Safe from any number of processes.
 */
export const claimEffects = async (
  source: Database,
  input: { lease: string; limit: number; perAccount: number; busy: readonly string[]; now: number },
): Promise<ClaimedEffect[]> => {
  const [row] = await source.query<{ claimed: unknown }[]>(
    'SELECT claim_effects($1, $2, $3, $4, $5) AS claimed',
    [input.lease, input.limit, input.perAccount, input.busy, new Date(input.now)],
  );
  return z.array(claimedEffect).parse(row?.claimed ?? []);
};
