import { Client } from 'pg';
import { z } from 'zod';

const outboxRow = z.object({
  id: z.string(),
  userId: z.string(),
  igsid: z.string(),
  seq: z.coerce.number(),
  kind: z.string(),
  status: z.string(),
  mid: z.string().nullable(),
  isAutomated: z.boolean(),
});
export type OutboxRow = z.infer<typeof outboxRow>;

const open = z.object({ userId: z.string(), what: z.string() });

const outboxSql = `
SELECT o.id, a.instagram_user_id AS "userId", c.instagram_user_id AS igsid, o.seq, o.kind, o.status, o.mid,
       o.is_automated AS "isAutomated"
FROM outbound_message o
JOIN contact c ON c.id = o.contact_id
JOIN instagram_account a ON a.id = o.instagram_account_id
WHERE a.instagram_user_id = ANY ($1)
ORDER BY c.id, o.seq`;

/** What still waits for the program, of these accounts; an uncertain message that was given up rests, a paused flow too. */
const openSql = `
WITH account AS (SELECT id, instagram_user_id FROM instagram_account WHERE instagram_user_id = ANY ($1))
SELECT a.instagram_user_id AS "userId", 'event ' || e.kind || ' ' || e.dedupe_key || ' is still received' AS what
FROM inbound_event e JOIN account a ON a.id = e.instagram_account_id WHERE e.status = 'received'
UNION ALL
SELECT a.instagram_user_id, 'message ' || o.id || ' (' || o.kind || ', ' || coalesce(o.payload->'message'->>'text', '') || ') is still '
       || o.status || coalesce(' ' || o.error_code, '')
FROM outbound_message o JOIN account a ON a.id = o.instagram_account_id
WHERE o.status IN ('queued', 'sending') OR (o.status = 'uncertain' AND o.finished_at IS NULL)
UNION ALL
SELECT a.instagram_user_id, 'contact ' || c.instagram_user_id || ' was due at ' || w.wake_at
FROM contact_wake w JOIN account a ON a.id = w.instagram_account_id JOIN contact c ON c.id = w.contact_id
WHERE w.wake_at < now()
UNION ALL
SELECT a.instagram_user_id, 'run ' || r.id || ' at ' || coalesce(r.node_id, '?') || ' is still ' || r.status || ' for '
       || coalesce(r.waiting_for, 'nothing')
FROM flow_run r JOIN account a ON a.id = r.instagram_account_id JOIN conversation v ON v.contact_id = r.contact_id
WHERE r.status = 'running' OR (r.status = 'waiting' AND r.waiting_for IN ('timer', 'effect')
  AND coalesce(v.automation_paused_until <= now(), true))
LIMIT 60`;

/** The order messages were queued in, which the API does not tell. */
export async function readOutbox(databaseUrl: string, userIds: readonly string[]): Promise<OutboxRow[]> {
  return z.array(outboxRow).parse(await readOnly(databaseUrl, outboxSql, userIds));
}

/** What is not at rest, in words, by account; empty when all is. */
export async function listOpen(
  databaseUrl: string,
  userIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = z.array(open).parse(await readOnly(databaseUrl, openSql, userIds));
  const byAccount = new Map<string, string[]>();
  for (const { userId, what } of rows) byAccount.set(userId, [...(byAccount.get(userId) ?? []), what]);
  return byAccount;
}

async function readOnly(databaseUrl: string, sql: string, userIds: readonly string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SET default_transaction_read_only = on');
    const { rows } = await client.query<Record<string, unknown>>(sql, [userIds]);
    return rows;
  } finally {
    await client.end();
  }
}
