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
)
SELECT slots.at, COALESCE(figures.received, 0) AS "messagesReceived", COALESCE(figures.sent, 0) AS "messagesSent",
       COALESCE(figures.new_contacts, 0) AS "newContacts", COALESCE(figures.flow_starts, 0) AS "flowStarts"
FROM slots
LEFT JOIN chart_account_figures($1, $2, $3, $4, $5, $6, ARRAY(SELECT begun.at FROM slots AS begun)) AS figures
  USING (local_at)
ORDER BY slots.at
`;
