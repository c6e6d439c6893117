const account = `SELECT id, workspace_id FROM instagram_account ORDER BY created_at LIMIT 1`;

/** $1: how many people. Each wrote some minutes before the one after it. */
const insertContacts = `
INSERT INTO contact (id, workspace_id, instagram_account_id, instagram_user_id, instagram_username, first_name,
                     last_name, profile_fetched_at, last_interaction_at, version, first_turn_at, created_at, updated_at)
SELECT uuidv7(age), a.workspace_id, a.id, (700000000000000 + n)::text, 'bench.person.' || n, 'Person', n::text,
       now(), now() + age, 1, now() + age, now() + age, now()
FROM (SELECT n, interval '-1 minute' * (10 + 2 * n) AS age FROM generate_series(1, $1::int) n) p, (${account}) a
`;

const insertConversations = `
INSERT INTO conversation (id, workspace_id, instagram_account_id, contact_id, status, last_message_at,
                          last_message_preview, last_message_direction, unread_count, last_user_message_at, started_at,
                          created_at, updated_at)
SELECT uuidv7(c.created_at - now()), c.workspace_id, c.instagram_account_id, c.id, 'open', c.last_interaction_at,
       'Is this still available in a smaller size?', 'inbound', 1, c.last_interaction_at, c.created_at, c.created_at, now()
FROM contact c WHERE c.instagram_username LIKE 'bench.person.%'
`;

/** $1: the name of the person, $2: how many messages, the last of them when the conversation says. */
const insertMessages = `
INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id, direction,
                         type, content, is_automated, delivery_status, mid)
SELECT uuidv7(m.at - now()), m.at, v.workspace_id, v.instagram_account_id, v.contact_id, v.id,
       CASE WHEN i % 2 = 0 THEN 'inbound' ELSE 'outbound' END, 'text',
       jsonb_build_object('text', 'Message ' || ($2::int - i) || ' of this conversation, of a usual length.'), false,
       CASE WHEN i % 2 = 0 THEN 'received' ELSE 'sent' END, 'bench-' || $1::text || '-' || i
FROM conversation v JOIN contact c ON c.id = v.contact_id,
     LATERAL (SELECT i, v.last_message_at - interval '1 minute' * i AS at FROM generate_series(0, $2::int - 1) i) m
WHERE c.instagram_username = $1
`;

/** Conversations in the oldest account of the database behind `client` (its owner), the first two people's full of messages. */
export const fillInbox = async ({ client, conversations, messages }) => {
  await client.query('SET session_replication_role = replica');
  await client.query(`SELECT ensure_message_partitions((now() - interval '1 month')::date, 3)`);
  await client.query(insertContacts, [conversations]);
  await client.query(insertConversations);
  for (const person of ['bench.person.1', 'bench.person.2'])
    await client.query(insertMessages, [person, messages]);
  await client.query('VACUUM (ANALYZE)');
};
