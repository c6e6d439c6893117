import { z } from 'zod';
import type { Tx } from '../transaction';
import type { Period } from './period';

const count = z.coerce.number();
const pointRow = z.object({
  at: z.date(),
  messagesReceived: count,
  messagesSent: count,
  newContacts: count,
  flowStarts: count,
});
export type TimeseriesPointRow = z.infer<typeof pointRow>;

export type TimeseriesInterval = 'hour' | 'day' | 'week';

/**
 * The counts of the summary per interval, zeros included. Intervals begin on the clock of `timezone` (weeks on
 * Monday); days with a change to or from summer time are 23 or 25 hours long.
 */
export async function readAccountTimeseries(
  tx: Tx,
  input: {
    accountId: string;
    workspaceId: string;
    period: Period;
    timezone: string;
    interval: TimeseriesInterval;
  },
): Promise<TimeseriesPointRow[]> {
  const { accountId, workspaceId, period, timezone, interval } = input;
  const rows: unknown[] = await tx.query(timeseriesSql, [
    accountId,
    workspaceId,
    period.from,
    period.until,
    timezone,
    interval,
  ]);
  return rows.map((row) => pointRow.parse(row));
}

const timeseriesSql = `
WITH slots AS (
  SELECT local_at, local_at AT TIME ZONE $5 AS at
  FROM generate_series(
    date_trunc($6, $3::timestamptz AT TIME ZONE $5),
    date_trunc($6, ($4::timestamptz - interval '1 microsecond') AT TIME ZONE $5),
    ('1 ' || $6)::interval) AS local_at
), messages AS (
  SELECT date_trunc($6, "timestamp" AT TIME ZONE $5) AS local_at,
    count(*) FILTER (WHERE direction = 'inbound') AS received,
    count(*) FILTER (WHERE direction = 'outbound' AND delivery_status IN ('sent', 'delivered', 'read')) AS sent
  FROM message_log
  WHERE instagram_account_id = $1 AND workspace_id = $2 AND "timestamp" >= $3 AND "timestamp" < $4
  GROUP BY 1
), contacts AS (
  SELECT date_trunc($6, created_at AT TIME ZONE $5) AS local_at, count(*) AS new_contacts
  FROM contact
  WHERE instagram_account_id = $1 AND workspace_id = $2 AND created_at >= $3 AND created_at < $4
  GROUP BY 1
), runs AS (
  SELECT date_trunc($6, started_at AT TIME ZONE $5) AS local_at, count(*) AS starts
  FROM flow_run
  WHERE instagram_account_id = $1 AND workspace_id = $2 AND started_at >= $3 AND started_at < $4
  GROUP BY 1
)
SELECT slots.at, COALESCE(messages.received, 0) AS "messagesReceived", COALESCE(messages.sent, 0) AS "messagesSent",
       COALESCE(contacts.new_contacts, 0) AS "newContacts", COALESCE(runs.starts, 0) AS "flowStarts"
FROM slots
LEFT JOIN messages USING (local_at) LEFT JOIN contacts USING (local_at) LEFT JOIN runs USING (local_at)
ORDER BY slots.at
`;
