import type { Database } from '../turns/database';

/** A person at one of the accounts: the ids of the account's side by which an event may name it, and the person's own. */
export type Person = { accountInstagramIds: readonly string[]; contactInstagramId: string };

/** Nothing automated that is queued for these people leaves before `until` (epoch milliseconds); their turn decides. */
export const holdAutomated = async (
  source: Database,
  people: readonly Person[],
  until: number,
): Promise<void> => {
  await source.query(
    `UPDATE outbound_message o SET not_before = greatest(o.not_before, $2)
     FROM jsonb_to_recordset($1) AS p ("accountInstagramIds" jsonb, "contactInstagramId" text)
     JOIN instagram_account a ON a.status <> 'disconnected'
       AND (p."accountInstagramIds" ? a.instagram_user_id OR p."accountInstagramIds" ? a.instagram_page_id)
     JOIN contact c ON c.instagram_account_id = a.id AND c.instagram_user_id = p."contactInstagramId"
     WHERE o.contact_id = c.id AND o.status = 'queued' AND o.is_automated`,
    [JSON.stringify(people), new Date(until)],
  );
};
