import { z } from 'zod';
import type { Tx } from '../transaction';
import type { Period } from './period';

const count = z.coerce.number();
const summaryRow = z.object({
  totalContacts: count,
  newContacts: count,
  activeContacts: count,
  totalMessagesSent: count,
  totalMessagesReceived: count,
  automatedMessagesSent: count,
  failedMessages: count,
  deliveredMessages: count,
  readMessages: count,
  flowStarts: count,
  flowCompletions: count,
  openConversations: count,
  pendingHumanConversations: count,
});
export type AccountSummaryCounts = z.infer<typeof summaryRow>;

/**
 * Counts of an account in a period, by the platform's time of the messages and the start of runs.
 * Sent: Instagram accepted it. Delivered and read need receipts; Instagram reports reads only, so delivered counts
 * what was accepted and not refused later. Active: contacts who wrote. Completions are those of the runs started in
 * the period. Contacts in all and open or pending conversations are as of the end of the period's reading: now.
 */
export async function readAccountSummary(
  tx: Tx,
  { accountId, workspaceId, period }: { accountId: string; workspaceId: string; period: Period },
): Promise<AccountSummaryCounts> {
  const rows: unknown[] = await tx.query(summarySql, [accountId, workspaceId, period.from, period.until]);
  return summaryRow.parse(rows[0]);
}

const summarySql = `
WITH messages AS (
  SELECT
    count(*) FILTER (WHERE direction = 'outbound' AND delivery_status IN ('sent', 'delivered', 'read')) AS sent,
    count(*) FILTER (WHERE direction = 'outbound' AND is_automated
                       AND delivery_status IN ('sent', 'delivered', 'read')) AS automated,
    count(*) FILTER (WHERE direction = 'outbound' AND delivery_status = 'failed') AS failed,
    count(*) FILTER (WHERE direction = 'outbound' AND delivery_status = 'read') AS read,
    count(*) FILTER (WHERE direction = 'inbound') AS received,
    count(DISTINCT contact_id) FILTER (WHERE direction = 'inbound') AS active
  FROM message_log
  WHERE instagram_account_id = $1 AND workspace_id = $2 AND "timestamp" >= $3 AND "timestamp" < $4
), runs AS (
  SELECT count(*) AS starts, count(*) FILTER (WHERE status = 'completed') AS completions
  FROM flow_run
  WHERE instagram_account_id = $1 AND workspace_id = $2 AND started_at >= $3 AND started_at < $4
), contacts AS (
  SELECT count(*) AS all_contacts, count(*) FILTER (WHERE created_at >= $3 AND created_at < $4) AS new_contacts
  FROM contact WHERE instagram_account_id = $1 AND workspace_id = $2
), threads AS (
  SELECT count(*) FILTER (WHERE status = 'open') AS open, count(*) FILTER (WHERE status = 'pending_human') AS pending
  FROM conversation WHERE instagram_account_id = $1 AND workspace_id = $2
)
SELECT contacts.all_contacts AS "totalContacts", contacts.new_contacts AS "newContacts",
       messages.active AS "activeContacts", messages.sent AS "totalMessagesSent",
       messages.received AS "totalMessagesReceived", messages.automated AS "automatedMessagesSent",
       messages.failed AS "failedMessages", messages.sent AS "deliveredMessages", messages.read AS "readMessages",
       runs.starts AS "flowStarts", runs.completions AS "flowCompletions",
       threads.open AS "openConversations", threads.pending AS "pendingHumanConversations"
FROM messages, runs, contacts, threads
`;
