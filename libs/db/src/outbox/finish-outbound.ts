import type { Queryable } from './queryable';

/** What became of one attempt. */
export type OutboundResult = {
  id: string;
  /** Of the claim; null settles a message that is `sending` or `uncertain` whoever holds it. */
  lease: string | null;
  /** `queued`: to be tried again after `delayMs`. `uncertain`: to be looked up after `delayMs`. */
  status: 'sent' | 'queued' | 'failed' | 'cancelled' | 'uncertain';
  mid?: string | null;
  code?: string | null;
  message?: string | null;
  delayMs?: number;
  /** The attempt does not count. */
  isFree?: boolean;
  /** `queued` for so long that the message shows why; a pause of seconds is nobody's concern. */
  isShown?: boolean;
  /** `uncertain` for good: the lane goes on. */
  isFinal?: boolean;
};

/** What follows for an account; without `accountId` for every account of the installation. */
export type AccountConsequence = {
  accountId: string | null;
  /** Given back (+) or taken extra (-) from the bucket. */
  tokens?: number;
  /** Nothing is sent for at least this long; 0 lets the number of throttles in a row decide, up to `mostMs`. */
  throttleMs?: number;
  mostMs?: number;
  blockReason?: string;
  /** The account needs a new token: status `error` with this sentence, if it still has `sealedToken`. */
  errorReason?: string;
  sealedToken?: string;
  /** Shown while the account stays connected. */
  statusReason?: string;
  /** A send worked again: counts and reasons of throttles end. */
  isHealthy?: boolean;
};

export type FinishedOutbound = {
  /** How many results were accepted. */
  count: number;
  /** Where runs go on that waited for them. */
  shards: number[];
  /** Whether these contacts have more to be sent. */
  hasNext: boolean;
};

/**
 * Records a batch of results in one transaction: outbox, message log, conversation, failed runs, accounts, realtime,
 * and wakes the runs that wait for them. A result whose lease has ended counts for nothing. Repeating is harmless.
 */
export const finishOutbound = async (
  source: Queryable,
  { results, accounts }: { results: readonly OutboundResult[]; accounts: readonly AccountConsequence[] },
): Promise<FinishedOutbound> => {
  const [row] = await source.query<{ finished: FinishedOutbound }[]>(
    'SELECT finish_outbound($1, $2) AS finished',
    [JSON.stringify(results), JSON.stringify(accounts)],
  );
  return row?.finished ?? { count: 0, shards: [], hasNext: true };
};
