/** Statements that multiply one real contact, waiting in one real run, into a grown installation. */

const names = (list) =>
  `(ARRAY[${list.map((name) => `'${name}'`).join(',')}])[1 + floor(random() * ${list.length})::int]`;
const firstName = names(
  'Anna,Ben,Carla,David,Elena,Felix,Greta,Hugo,Ida,Jonas,Klara,Luis,Marta,Nils,Olga,Paul,Rosa,Simon,Tara,Viktor'.split(
    ',',
  ),
);
const lastName = names(
  'Rossi,Schmidt,Garcia,Novak,Silva,Martin,Kowalski,Jensen,Ivanova,Moreau,Costa,Weber,Lindqvist,Okafor,Tanaka'.split(
    ',',
  ),
);
const city = names('Lyon,Porto,Graz,Turin,Gdansk,Malaga,Bergen,Ghent,Leipzig,Brno'.split(','));
const someTag = (tag, share) => `CASE WHEN random() < ${share} THEN '{${tag}}'::text[] ELSE '{}' END`;
const phrase = names([
  'Is this still available in a smaller size?',
  'Thank you so much, it arrived today!',
  'Could you send me the price list please',
  'I would like to book an appointment for next week, which days are free?',
  'Yes',
  'Where is my order? I have been waiting since Monday.',
]);

/** What every account's first run looks like, and the row each generated person becomes. */
export const helperTables = `
CREATE UNLOGGED TABLE bench_account (
  rank int PRIMARY KEY, account_id uuid, workspace_id uuid, flow_id uuid, flow_version_id uuid, trigger_id uuid,
  node_id text, state jsonb);
INSERT INTO bench_account
SELECT row_number() OVER (ORDER BY a.instagram_user_id), a.id, a.workspace_id, r.flow_id, r.flow_version_id,
       r.trigger_id, r.node_id, r.state
FROM instagram_account a JOIN flow_run r ON r.instagram_account_id = a.id AND r.status = 'waiting';
CREATE UNLOGGED TABLE bench_person (
  n int PRIMARY KEY, rank int, contact_id uuid, conversation_id uuid, created_at timestamptz, wake_at timestamptz);
SELECT ensure_message_partitions((now() - interval '12 months')::date, 13);
`;

/** $1 and $2: first and last person, $3: all people, $4: upper bounds of the accounts' shares. */
export const insertPeople = `
INSERT INTO bench_person
SELECT n, width_bucket(random(), $4::float8[]) + 1, uuidv7(age), uuidv7(age), now() + age,
       now() + interval '1 day' + random() * interval '60 days'
FROM (SELECT n, (interval '-360 days') * (1 - n::float8 / $3::int) AS age FROM generate_series($1::int, $2::int) n) p
`;

/** $1 and $2: first and last person, $3: how many people wait in a run. */
export const insertContacts = `
INSERT INTO contact (id, workspace_id, instagram_account_id, instagram_user_id, instagram_username, first_name,
                     last_name, is_follower, profile_fetched_at, tags, custom_attributes, current_flow_id,
                     current_flow_step_node_id, last_interaction_at, version, first_turn_at, created_at, updated_at)
SELECT p.contact_id, a.workspace_id, a.account_id, (100000000000000 + p.n)::text,
       lower(p.first || '.' || p.last) || p.n % 1000, p.first, p.last, random() < 0.4, p.created_at,
       ${someTag('customer', 0.5)} || ${someTag('newsletter', 0.25)} || ${someTag('vip', 0.03)}
         || ARRAY['campaign-' || p.n % 40],
       jsonb_build_object('email', 'person' || p.n || '@example.com', 'city', ${city}, 'score', floor(random() * 100)),
       CASE WHEN p.n <= $3::int THEN a.flow_id END, CASE WHEN p.n <= $3::int THEN a.node_id END,
       p.created_at + (now() - p.created_at) * sqrt(random()), 3, p.created_at, p.created_at, now()
FROM (SELECT *, ${firstName} AS first, ${lastName} AS last FROM bench_person WHERE n BETWEEN $1 AND $2) p
JOIN bench_account a USING (rank)
`;

/** $1 and $2: first and last person. */
export const insertConversations = `
INSERT INTO conversation (id, workspace_id, instagram_account_id, contact_id, status, last_message_at,
                          last_message_preview, last_message_direction, unread_count, last_user_message_at, started_at,
                          created_at, updated_at)
SELECT p.conversation_id, c.workspace_id, c.instagram_account_id, c.id,
       CASE WHEN p.die < 0.9 THEN 'open' WHEN p.die < 0.93 THEN 'pending_human' ELSE 'closed' END,
       c.last_interaction_at, ${phrase}, CASE WHEN p.die < 0.5 THEN 'inbound' ELSE 'outbound' END,
       CASE WHEN p.die < 0.1 THEN 1 ELSE 0 END, c.last_interaction_at, p.created_at, p.created_at, now()
FROM (SELECT *, random() AS die FROM bench_person WHERE n BETWEEN $1 AND $2) p JOIN contact c ON c.id = p.contact_id
`;

/** $1 and $2: first and last person. */
export const insertWaitingRuns = `
WITH runs AS (
  SELECT p.*, a.*, uuidv7() AS run_id, floor(extract(epoch FROM p.wake_at) * 1000) AS wake_ms,
         greatest(p.created_at, now() - random() * interval '60 days') AS begun_at
  FROM bench_person p JOIN bench_account a USING (rank) WHERE p.n BETWEEN $1 AND $2
), wakes AS (
  INSERT INTO contact_wake (contact_id, workspace_id, instagram_account_id, shard, wake_at)
  SELECT contact_id, workspace_id, account_id, contact_shard(contact_id), wake_at FROM runs
)
INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, trigger_id, status,
                      waiting_for, node_id, state, step_count, wake_at, started_at)
SELECT run_id, workspace_id, account_id, contact_id, flow_id, flow_version_id, trigger_id, 'waiting', 'timer', node_id,
       state || jsonb_build_object('runId', run_id, 'wakeAt', wake_ms,
                                   'waitingFor', jsonb_build_object('kind', 'timer', 'until', wake_ms)),
       3, wake_at, begun_at
FROM runs
`;

/** In the order of time over 12 months, people growing with it. $1 and $2: first and last message, $3: all messages, $4: all people. */
export const insertMessages = `
INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id, direction,
                         type, content, is_automated, delivery_status, mid, flow_id)
SELECT uuidv7(m.age), now() + m.age, a.workspace_id, a.account_id, p.contact_id, p.conversation_id,
       CASE WHEN m.die < 0.45 THEN 'inbound' ELSE 'outbound' END, 'text', jsonb_build_object('text', ${phrase}),
       m.die >= 0.5, CASE WHEN m.die < 0.45 THEN 'received' WHEN m.die < 0.75 THEN 'read' WHEN m.die < 0.99 THEN 'sent'
                          ELSE 'failed' END,
       'aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlE' || md5(random()::text) || md5(m.i::text) || md5(random()::text),
       CASE WHEN m.die >= 0.5 THEN a.flow_id END
FROM (
  SELECT i, random() AS die, (interval '-360 days') * (1 - i::float8 / $3::int) AS age,
         greatest(1, ceil(random() * $4::int * (i::float8 / $3::int)))::int AS n
  FROM generate_series($1::int, $2::int) i OFFSET 0
) m
JOIN bench_person p USING (n) JOIN bench_account a USING (rank)
`;

/** The rows above came past the triggers that keep the counts per hour, so these begin anew. */
export const countAnew = `
TRUNCATE account_hour, account_hour_writer, account_hour_change;
UPDATE figures_position SET counted_until = '-infinity', next_until = NULL, next_xid = NULL
`;

/** `count` waits fall due one after the other within `overSeconds` from `firstDue` on; their people wrote an hour ago. */
export const moveWaits = ({ waiting, count, overSeconds, firstDue }) => [
  'DROP TABLE IF EXISTS bench_due',
  `CREATE UNLOGGED TABLE bench_due AS
   SELECT p.contact_id, '${firstDue}'::timestamptz + (row_number() OVER (ORDER BY md5(p.n::text)) - 1)
                        * interval '1 second' * ${overSeconds / count} AS due_at
   FROM bench_person p
   WHERE p.n <= ${waiting}
     AND EXISTS (SELECT FROM flow_run r WHERE r.contact_id = p.contact_id AND r.status = 'waiting')
   ORDER BY md5(p.n::text) LIMIT ${count}`,
  `UPDATE contact_wake w SET wake_at = d.due_at FROM bench_due d WHERE w.contact_id = d.contact_id`,
  `UPDATE flow_run r SET wake_at = d.due_at,
     state = r.state || jsonb_build_object('wakeAt', d.due_ms,
                                           'waitingFor', jsonb_build_object('kind', 'timer', 'until', d.due_ms))
   FROM (SELECT *, floor(extract(epoch FROM due_at) * 1000) AS due_ms FROM bench_due) d
   WHERE r.contact_id = d.contact_id AND r.status = 'waiting'`,
  `UPDATE conversation v SET last_user_message_at = now() - interval '1 hour', status = 'open'
   FROM bench_due d WHERE v.contact_id = d.contact_id`,
];
