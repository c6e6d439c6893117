import type { Tx } from '../transaction';

/**
 * Tells the engine that what it keeps of an account is out of date. To be called in the transaction of every change
 * of the account's status, settings, triggers and published flows.
 */
export const bumpAccountRevision = async (tx: Tx, input: { accountId: string }): Promise<void> => {
  await tx.query(
    `INSERT INTO account_revision AS r (instagram_account_id, workspace_id)
     SELECT a.id, a.workspace_id FROM instagram_account a WHERE a.id = $1
     ON CONFLICT (instagram_account_id) DO UPDATE SET revision = r.revision + 1`,
    [input.accountId],
  );
};
