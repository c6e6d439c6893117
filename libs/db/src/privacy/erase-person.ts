import type { DataSource } from 'typeorm';
import { inEngine } from '../transaction';

const batchSize = 200;

/**
 * Deletes all that is known of an Instagram user, in every workspace: them as a contact, and, when they own a connected
 * account (`accountIds`), everybody who wrote to it. Works in batches of one transaction each, notes in the request
 * (`deletionId`) that something was found, and can be broken off and begun again at any point.
 */
export async function erasePerson(
  source: DataSource,
  input: { deletionId: string; subjectId: string; accountIds: readonly string[] },
): Promise<void> {
  const { deletionId, subjectId, accountIds } = input;
  while (await eraseBatch(source, { deletionId, where: asContact, values: [subjectId] }));
  while (await eraseBatch(source, { deletionId, where: ofAccounts, values: [accountIds] }));
  await source.query(`DELETE FROM unrouted_event WHERE strpos(raw::text, format('"%s"', $1::text)) > 0`, [
    subjectId,
  ]);
  await source.query(
    `WITH emptied AS (
       UPDATE instagram_account SET instagram_username = 'deleted', app_scoped_user_id = NULL, permissions = NULL,
         updated_at = now() WHERE id = ANY ($1::uuid[]) AND status = 'disconnected'
         AND instagram_username <> 'deleted' RETURNING 1)
     UPDATE data_deletion SET has_erased = true WHERE id = $2 AND EXISTS (SELECT 1 FROM emptied)`,
    [accountIds, deletionId],
  );
}

/** Account by account, because the index of contacts begins with the account. */
const asContact = `SELECT c.instagram_account_id, c.id FROM instagram_account a
  JOIN contact c ON c.instagram_account_id = a.id AND c.instagram_user_id = $1 LIMIT ${batchSize}`;
const ofAccounts = `SELECT c.instagram_account_id, c.id FROM contact c
  WHERE c.instagram_account_id = ANY ($1::uuid[]) ORDER BY c.instagram_account_id, c.id LIMIT ${batchSize}`;

/** Answers whether there was anybody. */
const eraseBatch = (
  source: DataSource,
  { deletionId, where, values }: { deletionId: string; where: string; values: unknown[] },
): Promise<boolean> =>
  inEngine(source, async (tx) => {
    const people = await tx.query<{ accountId: string; ids: string[] }[]>(
      `SELECT p.instagram_account_id AS "accountId", array_agg(p.id ORDER BY p.id) AS ids FROM (${where}) AS p GROUP BY 1 ORDER BY 1`,
      values,
    );
    for (const { accountId, ids } of people) {
      await tx.query('SELECT erase_contacts($1, $2::uuid[])', [accountId, ids]);
    }
    if (people.length > 0)
      await tx.query('UPDATE data_deletion SET has_erased = true WHERE id = $1', [deletionId]);
    return people.length > 0;
  });
