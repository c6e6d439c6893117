import type { Harness } from './create-harness';
import type { SeededAccount } from './seed-account';

export type Sent = { text: string; status: string; key: string; seq: number };

/** What the turns of an account left behind, read from the database of `harness`. */
export const createReaders = (harness: () => Harness) => {
  const outbox = (account: SeededAccount): Promise<Sent[]> =>
    harness().query<Sent>(
      `SELECT payload->'message'->>'text' AS text, status, idempotency_key AS key, seq::int AS seq
       FROM outbound_message WHERE instagram_account_id = $1 ORDER BY contact_id, seq`,
      [account.accountId],
    );
  return {
    outbox,
    texts: async (account: SeededAccount): Promise<string[]> =>
      (await outbox(account)).map(({ text }) => text),
    /** The first row of a statement whose `$1` is the account. */
    one: async <Row>(sql: string, account: SeededAccount): Promise<Row> => {
      const [row] = await harness().query<Row>(sql, [account.accountId]);
      if (row === undefined) throw new Error('no row');
      return row;
    },
  };
};

/** Turns follow at once and are not held back. */
export const atOnce = { debounceWindowMs: 0, cooldownMs: 0 };
