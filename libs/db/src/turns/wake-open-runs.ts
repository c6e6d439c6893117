import type { Tx } from '../transaction';

/** After a pause: open runs whose time has come meanwhile are looked at now. Of one contact, or of a whole account. */
export const wakeOpenRuns = async (
  tx: Tx,
  input: { contactId: string | null; accountId: string | null; now: number },
): Promise<void> => {
  await tx.query(
    `INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at)
     SELECT r.contact_id, r.workspace_id, r.instagram_account_id, contact_shard(r.contact_id), $3
     FROM flow_run r
     WHERE r.status IN ('running', 'waiting') AND r.wake_at <= $3
       AND (r.contact_id = $1::uuid OR r.instagram_account_id = $2::uuid)
     ORDER BY r.contact_id
     ON CONFLICT (contact_id) DO UPDATE SET wake_at = least(w.wake_at, excluded.wake_at), seq = excluded.seq`,
    [input.contactId, input.accountId, new Date(input.now)],
  );
};
