import type { Database } from './database';

/**
 * Cancels what automation has queued since their pause for paused accounts, or for one of them: a turn that was being
 * decided at that moment may have written a message after it, which would leave unasked when the account goes on. Answers
 * how many.
 */
export async function cancelForPausedAccounts(
  source: Pick<Database, 'query'>,
  { accountId = null, now }: { accountId?: string | null; now: number },
): Promise<number> {
  const [row] = await source.query<{ count: number }[]>(
    `SELECT cancel_queued_messages(ARRAY(
       SELECT DISTINCT q.contact_id FROM instagram_account a
       CROSS JOIN LATERAL (
         SELECT o.contact_id FROM outbound_message o
         WHERE o.instagram_account_id = a.id AND o.status = 'queued' AND o.is_automated) q
       WHERE a.paused_at IS NOT NULL AND ($2::uuid IS NULL OR a.id = $2)), NULL, 'paused', $1) AS count`,
    [new Date(now), accountId],
  );
  return row?.count ?? 0;
}
