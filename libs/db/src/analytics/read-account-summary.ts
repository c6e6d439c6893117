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
SELECT state.contacts AS "totalContacts", figures.new_contacts AS "newContacts", figures.active AS "activeContacts",
       figures.sent AS "totalMessagesSent", figures.received AS "totalMessagesReceived",
       figures.automated AS "automatedMessagesSent", figures.failed AS "failedMessages",
       figures.sent AS "deliveredMessages", figures.read AS "readMessages", figures.flow_starts AS "flowStarts",
       figures.flow_completions AS "flowCompletions", state.open AS "openConversations",
       state.pending AS "pendingHumanConversations"
FROM sum_account_figures($1, $2, $3, $4) AS figures, count_account_state($1, $2) AS state
`;
