import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Plans of these functions are cached per connection, some made while tables were still empty. The settings keep
 * them on the indexes whatever the statistics said at that moment.
 */
const steadyPlans = `SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_bitmapscan = off SET jit = off`;

const milliseconds = (expression: string) => `floor(extract(epoch FROM ${expression}) * 1000)`;

/** An uncertain message that was given up no longer holds its lane. */
const blocksLane = (row: string) =>
  `${row}.status IN ('queued', 'sending', 'uncertain') AND (${row}.status <> 'uncertain' OR ${row}.finished_at IS NULL)`;

/** The account of `w.id`; OFFSET keeps the planner from pairing every account with every other. */
const connectedAccount = `
  LATERAL (SELECT c.id, c.settings, c.paused_at FROM instagram_account c
           WHERE c.id = w.id AND c.status = 'connected' AND c.access_token_sealed IS NOT NULL OFFSET 0)`;

const privateRepliesPerSecond = '(750.0 / 3600.0)';
const privateReplyBurst = '10.0';

const rate = `greatest(coalesce((a.settings->>'messagesPerSecond')::double precision, 3), 0.01)`;
const sinceRefill = `greatest(extract(epoch FROM v_now - p.refilled_at)::double precision, 0)`;

/** The bucket of `p` (account_pacing) and `a` (instagram_account) at `v_now`. */
const bucket = `
  LATERAL (SELECT ${rate} AS rate) AS speed,
  LATERAL (SELECT
    least(greatest(speed.rate, 1) * 2, p.tokens + ${sinceRefill} * speed.rate) AS tokens,
    least(${privateReplyBurst}, p.private_reply_tokens + ${sinceRefill} * ${privateRepliesPerSecond}) AS private_tokens
  ) AS bucket`;

const installation = `
-- What may leave the whole installation per second, whatever its accounts may: Meta counts some limits per app.
CREATE TABLE installation_pacing (
  is_only_row boolean PRIMARY KEY DEFAULT true CHECK (is_only_row),
  messages_per_second double precision NOT NULL DEFAULT 1000 CHECK (messages_per_second > 0),
  tokens double precision NOT NULL DEFAULT 1000,
  refilled_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 10);
INSERT INTO installation_pacing DEFAULT VALUES;
REVOKE ALL ON installation_pacing FROM instaflow_app;
`;

/**
 * Every new row of these would lock its account's row for a moment, the same one for all. Accounts are never deleted
 * while they have contacts: they are disconnected.
 */
const references = `
ALTER TABLE contact DROP CONSTRAINT contact_instagram_account_id_fkey;
ALTER TABLE conversation DROP CONSTRAINT conversation_instagram_account_id_fkey;
`;

const claim = `
-- Takes up to \`p_limit\` messages that may leave now, at most \`p_per_account\` of one account, and marks them \`sending\`
-- under \`p_lease\`. Only the oldest open message of a contact can be taken, which keeps the order. The first of every
-- account comes before the second of any; the walk over the accounts begins after \`p_after\`. Beside the bucket of
-- each account there is one of the installation.
CREATE OR REPLACE FUNCTION claim_outbound(p_lease uuid, p_limit integer, p_per_account integer, p_after uuid) RETURNS json
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  c_most constant integer := 1024;
  c_zero constant uuid := '00000000-0000-0000-0000-000000000000';
  v_now timestamptz := clock_timestamp();
  v_accounts uuid[];
  v_ids uuid[];
  v_allowed integer[];
  v_private integer[];
  v_paused boolean[];
  v_picked uuid[];
  v_rows json;
  v_count integer := 0;
  v_share integer;
  v_more boolean := false;
  v_cursor uuid := p_after;
  v_tokens double precision;
  v_rate double precision;
  v_limit integer;
  v_held uuid[];
BEGIN
  v_accounts := ARRAY(SELECT accounts_with_queued(p_after, c_most));
  IF cardinality(v_accounts) < c_most AND p_after <> c_zero THEN
    v_accounts := v_accounts || ARRAY(
      SELECT w.id FROM accounts_with_queued(c_zero, c_most - cardinality(v_accounts)) AS w (id) WHERE w.id <= p_after);
  END IF;
  IF cardinality(v_accounts) = 0 THEN
    RETURN json_build_object('rows', '[]'::json, 'nextReadyInMs', NULL, 'cursor', c_zero, 'mayHaveMore', false);
  END IF;

  -- One row for all processes: claims take turns at it, which costs them a few milliseconds.
  SELECT least(p.messages_per_second * 2, p.tokens + ${sinceRefill} * p.messages_per_second), p.messages_per_second
  INTO v_tokens, v_rate FROM installation_pacing p FOR UPDATE;
  v_limit := least(p_limit, floor(v_tokens)::integer);
  IF v_limit < 1 THEN
    RETURN json_build_object('rows', '[]'::json, 'nextReadyInMs', ceil((1 - v_tokens) / v_rate * 1000),
                             'cursor', p_after, 'mayHaveMore', false);
  END IF;

  IF EXISTS (SELECT 1 FROM unnest(v_accounts) AS w (id)
             WHERE NOT EXISTS (SELECT 1 FROM account_pacing p WHERE p.instagram_account_id = w.id)) THEN
    INSERT INTO account_pacing (instagram_account_id, workspace_id)
    SELECT a.id, a.workspace_id FROM instagram_account a WHERE a.id = ANY (v_accounts)
    ON CONFLICT DO NOTHING;
  END IF;

  -- The lock on the pacing row makes the bucket hold across processes; whoever finds it locked goes on to other accounts.
  SELECT array_agg(q.id ORDER BY q.position), array_agg(q.allowed ORDER BY q.position),
         array_agg(q.private_allowed ORDER BY q.position), array_agg(q.is_paused ORDER BY q.position)
  INTO v_ids, v_allowed, v_private, v_paused
  FROM (
    SELECT w.position, a.id, a.paused_at IS NOT NULL AS is_paused,
           floor(bucket.tokens)::integer AS allowed,
           floor(bucket.private_tokens)::integer AS private_allowed
    FROM unnest(v_accounts) WITH ORDINALITY AS w (id, position)
    CROSS JOIN ${connectedAccount} AS a
    JOIN account_pacing p ON p.instagram_account_id = a.id
    CROSS JOIN ${bucket}
    WHERE bucket.tokens >= 1 AND (p.blocked_until IS NULL OR p.blocked_until <= v_now)
    FOR UPDATE OF p SKIP LOCKED
  ) AS q;

  IF v_ids IS NOT NULL THEN
    v_held := ARRAY(SELECT f.id FROM flow f WHERE f.instagram_account_id = ANY (v_ids) AND f.paused_at IS NOT NULL);
    -- With many accounts at work nobody needs a full slice; twice the fair share leaves room for those with little.
    v_share := least(p_per_account, ceil(2.0 * v_limit / cardinality(v_ids))::integer);
    WITH heads AS MATERIALIZED (
      SELECT h.id, h.kind, w.position, w.private_allowed,
             row_number() OVER (PARTITION BY w.position, h.kind = 'private_reply' ORDER BY h.n) AS same_kind,
             h.n, h.n >= v_share AND w.allowed > v_share AS is_share_full
      FROM unnest(v_ids, v_allowed, v_private, v_paused) WITH ORDINALITY
        AS w (account_id, allowed, private_allowed, is_paused, position)
      CROSS JOIN LATERAL (
        SELECT o.id, o.kind, row_number() OVER (ORDER BY o.priority, o.not_before, o.seq) AS n
        FROM outbound_message o
        WHERE o.instagram_account_id = w.account_id AND o.status = 'queued' AND o.not_before <= v_now
          AND (NOT o.is_automated OR NOT w.is_paused)
          AND (o.kind <> 'private_reply' OR w.private_allowed >= 1)
          -- A turn that was under way when its flow was paused may have queued this.
          AND (cardinality(v_held) = 0 OR NOT o.is_automated OR NOT EXISTS (
            SELECT 1 FROM flow_run r
            WHERE r.id = o.run_id AND (r.flow_id = ANY (v_held) OR r.standing_flow_id = ANY (v_held::text[]))))
          -- Written as a look-up of one row: a join might read the lanes of everybody for each message.
          AND o.seq = (
            SELECT e.seq FROM outbound_message e
            WHERE e.contact_id = o.contact_id AND ${blocksLane('e')} ORDER BY e.seq LIMIT 1)
        ORDER BY o.priority, o.not_before, o.seq LIMIT least(w.allowed, v_share)
      ) AS h
    )
    SELECT array_agg(p.id), (SELECT bool_or(h.is_share_full) FROM heads h) INTO v_picked, v_more FROM (
      SELECT h.id FROM heads h
      WHERE h.kind <> 'private_reply' OR h.same_kind <= h.private_allowed
      ORDER BY h.n, h.position LIMIT v_limit
    ) AS p;
  END IF;

  IF v_picked IS NOT NULL THEN
    WITH free AS (
      SELECT o.id FROM outbound_message o
      WHERE o.id = ANY (v_picked) AND o.status = 'queued' FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE outbound_message o
      SET status = 'sending', attempts = o.attempts + 1, lease_id = p_lease, sending_since = clock_timestamp()
      FROM free f WHERE o.id = f.id AND o.id = ANY (v_picked)
      RETURNING o.*
    ), spent AS (
      UPDATE account_pacing p
      SET tokens = least(s.burst, p.tokens + ${sinceRefill} * s.rate) - s.taken,
          private_reply_tokens = least(${privateReplyBurst},
            p.private_reply_tokens + ${sinceRefill} * ${privateRepliesPerSecond}) - s.private_taken,
          refilled_at = v_now
      FROM (
        SELECT t.instagram_account_id AS id, ${rate} AS rate, greatest(${rate}, 1) * 2 AS burst,
               t.taken, t.private_taken
        FROM (SELECT g.instagram_account_id, count(*) AS taken,
                     count(*) FILTER (WHERE g.kind = 'private_reply') AS private_taken
              FROM taken g GROUP BY 1) AS t
        JOIN instagram_account a ON a.id = t.instagram_account_id
      ) AS s
      WHERE p.instagram_account_id = s.id AND p.instagram_account_id = ANY (v_ids)
    )
    SELECT count(*), max(t.instagram_account_id::text)::uuid, json_agg(json_build_object(
      'id', t.id, 'lease', p_lease, 'accountId', t.instagram_account_id, 'contactId', t.contact_id, 'kind', t.kind,
      'isAutomated', t.is_automated, 'payload', t.payload, 'attempts', t.attempts, 'runId', t.run_id,
      'recipientId', c.instagram_user_id, 'accountInstagramId', a.instagram_user_id,
      'sealedToken', a.access_token_sealed, 'throttleCount', p.throttle_count,
      'createdAt', ${milliseconds('t.created_at')},
      'lastUserMessageAt', ${milliseconds('v.last_user_message_at')},
      'automationPausedUntil', ${milliseconds('v.automation_paused_until')},
      'optedOutAt', ${milliseconds('c.opted_out_at')},
      'dailyLimit', daily.most,
      'sentToday', CASE WHEN daily.most IS NOT NULL AND t.is_automated THEN (
        SELECT count(*) FROM message_log m
        WHERE m.conversation_id = t.conversation_id AND m."timestamp" > v_now - interval '24 hours'
          AND m.is_automated AND m.delivery_status IN ('sent', 'delivered', 'read')) ELSE 0 END))
    INTO v_count, v_cursor, v_rows
    FROM taken t
    CROSS JOIN LATERAL (SELECT x.* FROM contact x WHERE x.id = t.contact_id OFFSET 0) AS c
    CROSS JOIN LATERAL (SELECT x.* FROM conversation x WHERE x.id = t.conversation_id OFFSET 0) AS v
    CROSS JOIN LATERAL (SELECT x.* FROM instagram_account x WHERE x.id = t.instagram_account_id OFFSET 0) AS a
    CROSS JOIN LATERAL (SELECT x.* FROM account_pacing x WHERE x.instagram_account_id = a.id OFFSET 0) AS p
    CROSS JOIN LATERAL (SELECT (a.settings->>'dailyMessagesPerContact')::integer AS most) AS daily;
  END IF;

  UPDATE installation_pacing SET tokens = v_tokens - v_count, refilled_at = greatest(refilled_at, v_now);

  RETURN json_build_object(
    'rows', coalesce(v_rows, '[]'::json),
    'nextReadyInMs', CASE WHEN v_count < v_limit
      THEN ${milliseconds('next_outbound_at(v_accounts, coalesce(v_ids, ARRAY[]::uuid[])) - clock_timestamp()')} END,
    'cursor', coalesce(CASE WHEN v_count > 0 THEN v_cursor END, v_accounts[cardinality(v_accounts)]),
    'mayHaveMore', v_count = v_limit OR coalesce(v_more, false) OR cardinality(v_accounts) >= c_most);
END $$;
`;

const settle = `
DROP FUNCTION fail_run_of_message(uuid, uuid, text, text);
DROP FUNCTION finish_outbound(jsonb, jsonb);

-- Ends the run whose message could not be delivered, at that message's node; also one that had come to its end by then.
-- A run that waits for the outcome of this message decides itself. What the run still had queued for the contact does not go out.
CREATE FUNCTION fail_run_of_message(p_run uuid, p_contact uuid, p_node text, p_code text, p_key text) RETURNS void
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE v_run flow_run;
BEGIN
  PERFORM 1 FROM contact c WHERE c.id = p_contact FOR UPDATE;
  UPDATE flow_run r
  SET status = 'failed', end_reason = p_code, ended_at = clock_timestamp(), wake_at = NULL, waiting_for = NULL,
      node_id = coalesce(p_node, r.node_id),
      state = r.state || jsonb_build_object('status', 'failed', 'reason', p_code, 'waitingFor', NULL, 'wakeAt', NULL,
        'nodeId', coalesce(p_node, r.node_id), 'endedAt', ${milliseconds('clock_timestamp()')})
  WHERE r.id = p_run AND r.status IN ('running', 'waiting', 'completed')
    AND (r.waiting_for IS DISTINCT FROM 'effect' OR r.state->'waitingFor'->>'key' IS DISTINCT FROM p_key)
  RETURNING * INTO v_run;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE contact c SET current_flow_id = NULL, current_flow_step_node_id = NULL, version = c.version + 1
  WHERE c.id = p_contact;
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
  VALUES (v_run.workspace_id, v_run.instagram_account_id, 'run.updated', p_run);
  PERFORM cancel_outbound_rows(
    ARRAY(SELECT o.id FROM outbound_message o
          WHERE o.contact_id = p_contact AND o.status = 'queued' AND o.run_id = p_run AND o.is_automated),
    'run_failed', 'An earlier message of the same flow could not be delivered.');
END $$;

-- Records what became of messages. A result with a lease counts only while that lease holds the message; one without
-- (an echo, a look into the conversation) settles whatever is still under way.
CREATE OR REPLACE FUNCTION settle_outbound(p_results jsonb) RETURNS integer
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_count integer;
  v_failed json;
  v_row record;
  v_ids uuid[] := ARRAY(SELECT x.id FROM jsonb_to_recordset(p_results) AS x (id uuid));
  v_times timestamptz[];
  v_conversations uuid[];
  v_contacts uuid[];
BEGIN
  -- For look-ups by \`= ANY\`: see apply_turns.
  SELECT array_agg(o.message_at), array_agg(o.conversation_id), array_agg(o.contact_id)
  INTO v_times, v_conversations, v_contacts FROM outbound_message o WHERE o.id = ANY (v_ids);
  WITH r AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(p_results) AS x (
      id uuid, lease uuid, status text, mid text, code text, message text, "delayMs" double precision,
      "isFree" boolean, "isFinal" boolean)
  ), done AS (
    UPDATE outbound_message o
    SET status = r.status,
        mid = coalesce(r.mid, o.mid),
        -- A message is sent a second time at most once; the mark of it outlives further attempts.
        error_code = CASE WHEN r.status IN ('queued', 'uncertain') AND o.error_code = 'not_found_sent_again'
          THEN o.error_code ELSE r.code END,
        error_message = r.message,
        attempts = o.attempts - CASE WHEN r."isFree" THEN 1 ELSE 0 END,
        not_before = CASE WHEN r.status IN ('queued', 'uncertain')
          THEN v_now + make_interval(secs => coalesce(r."delayMs", 0) / 1000.0) ELSE o.not_before END,
        lease_id = CASE WHEN r.status = 'queued' THEN NULL ELSE o.lease_id END,
        finished_at = CASE WHEN r.status IN ('sent', 'failed', 'cancelled') OR r."isFinal" THEN v_now END
    FROM r
    WHERE o.id = r.id AND o.id = ANY (v_ids) AND o.status IN ('sending', 'uncertain')
      AND (r.lease IS NULL OR (o.lease_id = r.lease AND o.status = 'sending'))
    RETURNING o.id, o.message_at, o.workspace_id, o.instagram_account_id, o.contact_id, o.conversation_id, o.kind,
      o.is_automated, o.run_id, o.node_id, o.idempotency_key, o.status, o.mid, o.error_code, o.error_message,
      NOT (r.status = 'queued' AND r.lease IS NOT NULL) AS is_visible
  ), logged AS (
    UPDATE message_log m
    SET delivery_status = CASE WHEN m.delivery_status = 'read' THEN 'read' ELSE d.status END,
        mid = coalesce(d.mid, m.mid), error_code = d.error_code, error_message = d.error_message
    FROM done d WHERE m.id = d.id AND m."timestamp" = d.message_at AND d.is_visible
      AND m."timestamp" = ANY (v_times) AND m.id = ANY (v_ids)
  ), spoke AS (
    UPDATE conversation v
    SET last_bot_message_at = v_now,
        cooldown_until = v_now + make_interval(secs => coalesce((a.settings->>'cooldownMs')::double precision, 3000) / 1000.0)
    FROM (SELECT d.conversation_id, d.instagram_account_id FROM done d
          WHERE d.status = 'sent' AND d.is_automated AND d.kind <> 'comment_reply'
          ORDER BY d.contact_id) AS s
    JOIN instagram_account a ON a.id = s.instagram_account_id
    WHERE v.id = s.conversation_id AND v.id = ANY (v_conversations)
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT d.workspace_id, d.instagram_account_id, 'message.updated', d.id, d.message_at FROM done d WHERE d.is_visible
  ), woken AS (
    -- A run that waits for what became of its message goes on at once.
    INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at)
    SELECT d.contact_id, d.workspace_id, d.instagram_account_id, contact_shard(d.contact_id), v_now
    FROM done d JOIN flow_run r ON r.contact_id = d.contact_id AND r.status IN ('running', 'waiting')
    WHERE r.contact_id = ANY (v_contacts) AND d.status IN ('sent', 'failed', 'cancelled') AND r.waiting_for = 'effect'
      AND r.state->'waitingFor'->>'key' = d.idempotency_key
    ORDER BY d.contact_id
    ON CONFLICT (contact_id) DO UPDATE SET wake_at = least(w.wake_at, excluded.wake_at), seq = excluded.seq
  )
  SELECT count(*), json_agg(json_build_object('run', d.run_id, 'contact', d.contact_id, 'node', d.node_id, 'code', d.error_code,
                                                     'key', d.idempotency_key)
                            ORDER BY d.contact_id)
         FILTER (WHERE d.status = 'failed' AND d.is_automated AND d.run_id IS NOT NULL)
  INTO v_count, v_failed FROM done d;
  IF v_failed IS NOT NULL THEN
    FOR v_row IN SELECT * FROM json_to_recordset(v_failed) AS x (run uuid, contact uuid, node text, code text, key text) LOOP
      PERFORM fail_run_of_message(v_row.run, v_row.contact, v_row.node, v_row.code, v_row.key);
    END LOOP;
  END IF;
  RETURN v_count;
END $$;

-- Answers how many results were accepted, the shards in which runs go on because of them, and whether these contacts
-- have more to be sent.
CREATE FUNCTION finish_outbound(p_results jsonb, p_accounts jsonb) RETURNS json
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v_count integer;
  v_shards json;
  v_contacts uuid[];
BEGIN
  v_count := settle_outbound(p_results);
  IF jsonb_array_length(p_accounts) > 0 THEN PERFORM pace_accounts(p_accounts); END IF;
  SELECT array_agg(o.contact_id) INTO v_contacts FROM outbound_message o
  WHERE o.id = ANY (ARRAY(SELECT x.id FROM jsonb_to_recordset(p_results) AS x (id uuid)));
  SELECT json_agg(DISTINCT w.shard) INTO v_shards
  FROM flow_run r
  CROSS JOIN LATERAL (
    SELECT x.shard FROM contact_wake x
    WHERE x.contact_id = r.contact_id AND x.wake_at <= clock_timestamp() OFFSET 0) AS w
  WHERE r.contact_id = ANY (v_contacts) AND r.status IN ('running', 'waiting') AND r.waiting_for = 'effect';
  RETURN json_build_object('count', v_count, 'shards', coalesce(v_shards, '[]'::json), 'hasNext', EXISTS (
    SELECT 1 FROM outbound_message n WHERE n.contact_id = ANY (v_contacts) AND n.status = 'queued'));
END $$;
`;

export class OutboxPacing1763700000020 implements MigrationInterface {
  name = 'OutboxPacing1763700000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [installation, references, claim, settle]) await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The claim of the outbox cannot be taken back; restore a backup.'));
  }
}
