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

const claim = `
-- Accounts with queued messages after \`p_after\`, in order: one probe of the index each, however many messages they have.
CREATE FUNCTION accounts_with_queued(p_after uuid, p_most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE ${steadyPlans} AS $$
  WITH RECURSIVE walk (account_id, n) AS (
    SELECT (SELECT o.instagram_account_id FROM outbound_message o
            WHERE o.status = 'queued' AND o.instagram_account_id > p_after
            ORDER BY o.instagram_account_id LIMIT 1), 1
    UNION ALL
    SELECT (SELECT o.instagram_account_id FROM outbound_message o
            WHERE o.status = 'queued' AND o.instagram_account_id > w.account_id
            ORDER BY o.instagram_account_id LIMIT 1), w.n + 1
    FROM walk w WHERE w.account_id IS NOT NULL AND w.n < p_most
  )
  SELECT account_id FROM walk WHERE account_id IS NOT NULL
$$;

-- When something may next be sent by one of these accounts; null when only another event can make it so.
-- Accounts whose pacing another process holds at the moment are worth a look at once.
CREATE FUNCTION next_outbound_at(p_accounts uuid[], p_seen uuid[]) RETURNS timestamptz
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_next timestamptz;
BEGIN
  SELECT min(CASE
    WHEN p.blocked_until > v_now THEN p.blocked_until
    WHEN bucket.tokens < 1 THEN v_now + make_interval(secs => (1 - bucket.tokens) / speed.rate)
    WHEN NOT a.id = ANY (p_seen) THEN v_now + interval '5 milliseconds'
    ELSE least(
      (SELECT min(later.not_before) FROM (
        SELECT o.not_before FROM outbound_message o
        WHERE o.instagram_account_id = a.id AND o.status = 'queued' AND o.not_before > v_now LIMIT 500) AS later),
      CASE WHEN bucket.private_tokens < 1 AND EXISTS (
        SELECT 1 FROM outbound_message o
        WHERE o.instagram_account_id = a.id AND o.status = 'queued' AND o.kind = 'private_reply')
      THEN v_now + make_interval(secs => (1 - bucket.private_tokens) / ${privateRepliesPerSecond}) END)
    END)
  INTO v_next
  FROM unnest(p_accounts) AS w (id)
  CROSS JOIN ${connectedAccount} AS a
  JOIN account_pacing p ON p.instagram_account_id = a.id
  CROSS JOIN ${bucket};
  RETURN v_next;
END $$;

-- Takes up to \`p_limit\` messages that may leave now, at most \`p_per_account\` of one account, and marks them \`sending\`
-- under \`p_lease\`. Only the oldest open message of a contact can be taken, which keeps the order. The first of every
-- account comes before the second of any; the walk over the accounts begins after \`p_after\`.
CREATE FUNCTION claim_outbound(p_lease uuid, p_limit integer, p_per_account integer, p_after uuid) RETURNS json
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
BEGIN
  v_accounts := ARRAY(SELECT accounts_with_queued(p_after, c_most));
  IF cardinality(v_accounts) < c_most AND p_after <> c_zero THEN
    v_accounts := v_accounts || ARRAY(
      SELECT w.id FROM accounts_with_queued(c_zero, c_most - cardinality(v_accounts)) AS w (id) WHERE w.id <= p_after);
  END IF;
  IF cardinality(v_accounts) = 0 THEN
    RETURN json_build_object('rows', '[]'::json, 'nextReadyInMs', NULL, 'cursor', c_zero, 'mayHaveMore', false);
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
    -- With many accounts at work nobody needs a full slice; twice the fair share leaves room for those with little.
    v_share := least(p_per_account, ceil(2.0 * p_limit / cardinality(v_ids))::integer);
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
          AND NOT EXISTS (
            SELECT 1 FROM outbound_message e
            WHERE e.contact_id = o.contact_id AND e.seq < o.seq AND ${blocksLane('e')})
        ORDER BY o.priority, o.not_before, o.seq LIMIT least(w.allowed, v_share)
      ) AS h
    )
    SELECT array_agg(p.id), (SELECT bool_or(h.is_share_full) FROM heads h) INTO v_picked, v_more FROM (
      SELECT h.id FROM heads h
      WHERE h.kind <> 'private_reply' OR h.same_kind <= h.private_allowed
      ORDER BY h.n, h.position LIMIT p_limit
    ) AS p;
  END IF;

  IF v_picked IS NOT NULL THEN
    WITH free AS (
      SELECT o.id FROM outbound_message o
      WHERE o.id = ANY (v_picked) AND o.status = 'queued' FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE outbound_message o
      SET status = 'sending', attempts = o.attempts + 1, lease_id = p_lease, sending_since = clock_timestamp()
      FROM free f WHERE o.id = f.id
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
      WHERE p.instagram_account_id = s.id
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
    JOIN contact c ON c.id = t.contact_id
    JOIN conversation v ON v.id = t.conversation_id
    JOIN instagram_account a ON a.id = t.instagram_account_id
    JOIN account_pacing p ON p.instagram_account_id = t.instagram_account_id
    CROSS JOIN LATERAL (SELECT (a.settings->>'dailyMessagesPerContact')::integer AS most) AS daily;
  END IF;

  RETURN json_build_object(
    'rows', coalesce(v_rows, '[]'::json),
    'nextReadyInMs', CASE WHEN v_count < p_limit
      THEN ${milliseconds('next_outbound_at(v_accounts, coalesce(v_ids, ARRAY[]::uuid[])) - clock_timestamp()')} END,
    'cursor', coalesce(CASE WHEN v_count > 0 THEN v_cursor END, v_accounts[cardinality(v_accounts)]),
    'mayHaveMore', v_count = p_limit OR coalesce(v_more, false) OR cardinality(v_accounts) >= c_most);
END $$;
`;

const settle = `
-- Takes queued messages out of the outbox, visibly.
CREATE FUNCTION cancel_outbound_rows(p_ids uuid[], p_reason text, p_sentence text) RETURNS integer
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE v_count integer;
BEGIN
  WITH gone AS (
    UPDATE outbound_message o
    SET status = 'cancelled', error_code = p_reason, error_message = p_sentence, finished_at = clock_timestamp()
    WHERE o.id = ANY (p_ids) AND o.status = 'queued'
    RETURNING o.id, o.message_at, o.workspace_id, o.instagram_account_id
  ), logged AS (
    UPDATE message_log m SET delivery_status = 'cancelled', error_code = p_reason, error_message = p_sentence
    FROM gone g WHERE m.id = g.id AND m."timestamp" = g.message_at
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT g.workspace_id, g.instagram_account_id, 'message.updated', g.id, g.message_at FROM gone g
  )
  SELECT count(*) INTO v_count FROM gone;
  RETURN v_count;
END $$;

-- Ends the open run whose message could not be delivered, at that message's node. A run that waits for the outcome of
-- an effect decides itself. What the run still had queued for the contact does not go out.
CREATE FUNCTION fail_run_of_message(p_run uuid, p_contact uuid, p_node text, p_code text) RETURNS void
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE v_run flow_run;
BEGIN
  PERFORM 1 FROM contact c WHERE c.id = p_contact FOR UPDATE;
  UPDATE flow_run r
  SET status = 'failed', end_reason = p_code, ended_at = clock_timestamp(), wake_at = NULL, waiting_for = NULL,
      node_id = coalesce(p_node, r.node_id),
      state = r.state || jsonb_build_object('status', 'failed', 'reason', p_code, 'waitingFor', NULL, 'wakeAt', NULL,
        'nodeId', coalesce(p_node, r.node_id), 'endedAt', ${milliseconds('clock_timestamp()')})
  WHERE r.id = p_run AND r.status IN ('running', 'waiting') AND r.waiting_for IS DISTINCT FROM 'effect'
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
CREATE FUNCTION settle_outbound(p_results jsonb) RETURNS integer
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_count integer;
  v_failed json;
  v_row record;
BEGIN
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
    WHERE o.id = r.id AND o.status IN ('sending', 'uncertain')
      AND (r.lease IS NULL OR (o.lease_id = r.lease AND o.status = 'sending'))
    RETURNING o.id, o.message_at, o.workspace_id, o.instagram_account_id, o.contact_id, o.conversation_id, o.kind,
      o.is_automated, o.run_id, o.node_id, o.status, o.mid, o.error_code, o.error_message,
      NOT (r.status = 'queued' AND r.lease IS NOT NULL) AS is_visible
  ), logged AS (
    UPDATE message_log m
    SET delivery_status = CASE WHEN m.delivery_status = 'read' THEN 'read' ELSE d.status END,
        mid = coalesce(d.mid, m.mid), error_code = d.error_code, error_message = d.error_message
    FROM done d WHERE m.id = d.id AND m."timestamp" = d.message_at AND d.is_visible
  ), spoke AS (
    UPDATE conversation v
    SET last_bot_message_at = v_now,
        cooldown_until = v_now + make_interval(secs => coalesce((a.settings->>'cooldownMs')::double precision, 3000) / 1000.0)
    FROM (SELECT d.conversation_id, d.instagram_account_id FROM done d
          WHERE d.status = 'sent' AND d.is_automated AND d.kind <> 'comment_reply'
          ORDER BY d.contact_id) AS s
    JOIN instagram_account a ON a.id = s.instagram_account_id
    WHERE v.id = s.conversation_id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT d.workspace_id, d.instagram_account_id, 'message.updated', d.id, d.message_at FROM done d WHERE d.is_visible
  )
  SELECT count(*), json_agg(json_build_object('run', d.run_id, 'contact', d.contact_id, 'node', d.node_id, 'code', d.error_code)
                            ORDER BY d.contact_id)
         FILTER (WHERE d.status = 'failed' AND d.is_automated AND d.run_id IS NOT NULL)
  INTO v_count, v_failed FROM done d;
  IF v_failed IS NOT NULL THEN
    FOR v_row IN SELECT * FROM json_to_recordset(v_failed) AS x (run uuid, contact uuid, node text, code text) LOOP
      PERFORM fail_run_of_message(v_row.run, v_row.contact, v_row.node, v_row.code);
    END LOOP;
  END IF;
  RETURN v_count;
END $$;

-- Consequences for accounts: tokens given back or taken extra, blocks, lost tokens, and the end of a block.
-- An entry without \`accountId\` is about the whole app, so about every account.
CREATE FUNCTION pace_accounts(p_accounts jsonb) RETURNS void
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE v_now timestamptz := clock_timestamp();
BEGIN
  WITH x AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(p_accounts) AS x (
      "accountId" uuid, tokens double precision, "throttleMs" double precision, "mostMs" double precision,
      "blockReason" text, "isHealthy" boolean)
  )
  UPDATE account_pacing p
  SET tokens = greatest(p.tokens + coalesce(x.tokens, 0), -100),
      -- Requests that were under way together count as one throttle.
      throttle_count = CASE
        WHEN x."throttleMs" IS NOT NULL AND coalesce(p.blocked_until <= v_now, true) THEN p.throttle_count + 1
        WHEN x."isHealthy" THEN 0 ELSE p.throttle_count END,
      blocked_until = CASE WHEN x."throttleMs" IS NULL THEN p.blocked_until ELSE greatest(p.blocked_until,
        v_now + make_interval(secs => greatest(x."throttleMs",
          least(x."mostMs", 1000 * power(2, least(p.throttle_count, 20))) * (0.75 + random() * 0.5)) / 1000.0)) END,
      block_reason = CASE WHEN x."throttleMs" IS NOT NULL THEN x."blockReason"
        WHEN x."isHealthy" THEN NULL ELSE p.block_reason END
  FROM x
  CROSS JOIN LATERAL (
    SELECT q.instagram_account_id AS id FROM account_pacing q WHERE q.instagram_account_id = x."accountId"
    UNION ALL
    (SELECT q.instagram_account_id FROM account_pacing q WHERE x."accountId" IS NULL ORDER BY q.instagram_account_id)
  ) AS target
  WHERE p.instagram_account_id = target.id;

  WITH x AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(p_accounts) AS x (
      "accountId" uuid, "errorReason" text, "sealedToken" text, "statusReason" text, "isHealthy" boolean)
    WHERE "accountId" IS NOT NULL
  ), changed AS (
    UPDATE instagram_account a
    SET status = CASE WHEN x."errorReason" IS NOT NULL THEN 'error' ELSE a.status END,
        status_reason = coalesce(x."errorReason", x."statusReason"),
        updated_at = v_now
    FROM x
    WHERE a.id = x."accountId" AND a.status = 'connected' AND (
      -- A token that was replaced while the request was under way says nothing about its successor.
      (x."errorReason" IS NOT NULL AND a.access_token_sealed = x."sealedToken")
      OR (x."errorReason" IS NULL AND x."statusReason" IS NOT NULL AND a.status_reason IS DISTINCT FROM x."statusReason")
      OR (x."errorReason" IS NULL AND x."statusReason" IS NULL AND x."isHealthy" AND a.status_reason IS NOT NULL))
    RETURNING a.id, a.workspace_id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
    SELECT c.workspace_id, c.id, 'account.updated', c.id FROM changed c
  )
  INSERT INTO account_revision (instagram_account_id, workspace_id)
  SELECT c.id, c.workspace_id FROM changed c
  ON CONFLICT (instagram_account_id) DO UPDATE SET revision = account_revision.revision + 1;
END $$;

CREATE FUNCTION finish_outbound(p_results jsonb, p_accounts jsonb) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  v_count := settle_outbound(p_results);
  IF jsonb_array_length(p_accounts) > 0 THEN PERFORM pace_accounts(p_accounts); END IF;
  RETURN v_count;
END $$;
`;

const uncertain = `
-- Messages whose sender died: their request may have left.
CREATE FUNCTION expire_outbound_leases(p_lease_ms integer) RETURNS integer
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE v_results jsonb;
BEGIN
  SELECT jsonb_agg(jsonb_build_object('id', o.id, 'lease', o.lease_id, 'status', 'uncertain', 'code', 'answer_lost',
    'message', 'The program stopped before Instagram confirmed; the message may have gone out.'))
  INTO v_results
  FROM (
    SELECT o.id, o.lease_id FROM outbound_message o
    WHERE o.status = 'sending' AND o.sending_since < clock_timestamp() - make_interval(secs => p_lease_ms / 1000.0)
    ORDER BY o.sending_since LIMIT 500 FOR UPDATE SKIP LOCKED
  ) AS o;
  RETURN CASE WHEN v_results IS NULL THEN 0 ELSE settle_outbound(v_results) END;
END $$;

-- Uncertain messages that are due for a look into the conversation, one per account, and puts their next look off.
CREATE FUNCTION claim_uncertain(p_limit integer, p_again_ms integer) RETURNS json
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_rows json;
  v_next timestamptz;
BEGIN
  WITH due AS (
    SELECT o.id, row_number() OVER (PARTITION BY o.instagram_account_id ORDER BY o.sending_since) AS n
    FROM outbound_message o
    WHERE o.status = 'uncertain' AND o.finished_at IS NULL AND o.not_before <= v_now
  ), taken AS (
    UPDATE outbound_message o SET not_before = v_now + make_interval(secs => p_again_ms / 1000.0)
    WHERE o.id IN (SELECT d.id FROM due d WHERE d.n = 1 LIMIT p_limit)
      AND o.status = 'uncertain' AND o.not_before <= v_now
    RETURNING o.*
  )
  SELECT json_agg(json_build_object(
    'id', t.id, 'accountId', t.instagram_account_id, 'contactId', t.contact_id, 'kind', t.kind, 'payload', t.payload,
    'sendingSince', ${milliseconds('t.sending_since')}, 'isSecondTry', t.error_code = 'not_found_sent_again',
    'accountStatus', a.status,
    'recipientId', c.instagram_user_id, 'accountInstagramId', a.instagram_user_id, 'sealedToken', a.access_token_sealed))
  INTO v_rows
  FROM taken t JOIN contact c ON c.id = t.contact_id JOIN instagram_account a ON a.id = t.instagram_account_id;
  SELECT min(o.not_before) INTO v_next FROM outbound_message o
  WHERE o.status = 'uncertain' AND o.finished_at IS NULL;
  RETURN json_build_object('rows', coalesce(v_rows, '[]'::json), 'nextDueInMs', ${milliseconds('v_next - v_now')});
END $$;

-- Whether an echo is of a message of ours: known by its id, matched now by its text, perhaps still under way, or foreign.
CREATE FUNCTION match_echo(p_account uuid, p_contact uuid, p_mid text, p_text text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE v_id uuid;
BEGIN
  IF EXISTS (SELECT 1 FROM message_log m WHERE m.instagram_account_id = p_account AND m.mid = p_mid) THEN
    RETURN 'known';
  END IF;
  SELECT o.id INTO v_id FROM outbound_message o
  WHERE o.contact_id = p_contact AND o.status IN ('sending', 'uncertain') AND o.mid IS NULL
    AND o.kind <> 'comment_reply' AND o.sending_since <= p_at + interval '5 seconds'
    AND CASE WHEN p_text IS NULL
      THEN o.payload->'message' ?| ARRAY['media', 'elements', 'buttons']
      ELSE btrim(regexp_replace(o.payload->'message'->>'text', '\\s+', ' ', 'g'))
         = btrim(regexp_replace(p_text, '\\s+', ' ', 'g')) END
  ORDER BY o.seq LIMIT 1 FOR UPDATE;
  IF FOUND THEN
    PERFORM settle_outbound(jsonb_build_array(jsonb_build_object('id', v_id, 'status', 'sent', 'mid', p_mid)));
    RETURN 'matched';
  END IF;
  IF EXISTS (SELECT 1 FROM outbound_message o WHERE o.contact_id = p_contact AND o.kind <> 'comment_reply'
             AND o.status IN ('sending', 'uncertain') AND o.finished_at IS NULL) THEN
    RETURN 'in_flight';
  END IF;
  RETURN 'foreign';
END $$;
`;

const people = `
-- A message of a person: stored and queued ahead of everything automated, which it ends for this contact.
-- Parts become messages in their order. Meta lets people write for 7 days after the contact's last message.
CREATE FUNCTION enqueue_human_message(p_conversation uuid, p_user uuid, p_parts jsonb, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v conversation;
  v_seq bigint;
  v_pause integer;
  v_count integer := jsonb_array_length(p_parts);
BEGIN
  SELECT * INTO v FROM conversation c WHERE c.id = p_conversation;
  IF NOT FOUND THEN RETURN jsonb_build_object('kind', 'not_found'); END IF;
  SELECT c.next_outbound_seq INTO v_seq FROM contact c WHERE c.id = v.contact_id FOR UPDATE;
  SELECT * INTO v FROM conversation c WHERE c.id = p_conversation FOR UPDATE;
  IF v.last_user_message_at IS NULL OR v.last_user_message_at < p_now - interval '7 days' THEN
    RETURN jsonb_build_object('kind', 'outside_messaging_window');
  END IF;
  SELECT coalesce((a.settings->>'humanTakeoverPauseMinutes')::integer, 60) INTO v_pause
  FROM instagram_account a WHERE a.id = v.instagram_account_id;

  WITH ended AS (
    UPDATE flow_run r
    SET status = 'taken_over', end_reason = 'taken_over', ended_at = p_now, wake_at = NULL, waiting_for = NULL,
        state = r.state || jsonb_build_object('status', 'taken_over', 'reason', 'taken_over', 'waitingFor', NULL,
          'wakeAt', NULL, 'endedAt', ${milliseconds('p_now')})
    WHERE r.contact_id = v.contact_id AND r.status IN ('running', 'waiting')
    RETURNING r.id
  )
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
  SELECT v.workspace_id, v.instagram_account_id, 'run.updated', e.id FROM ended e;

  PERFORM cancel_outbound_rows(
    ARRAY(SELECT o.id FROM outbound_message o
          WHERE o.contact_id = v.contact_id AND o.status = 'queued' AND o.is_automated),
    'taken_over', 'A person took over the conversation.');

  WITH part AS MATERIALIZED (
    SELECT (p.item->>'id')::uuid AS id, p.item, p.n, p_now + make_interval(secs => (p.n - 1) / 1000.0) AS at
    FROM jsonb_array_elements(p_parts) WITH ORDINALITY AS p (item, n)
  ), logged AS (
    INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id, direction,
      type, content, is_automated, delivery_status, sent_by_user_id)
    SELECT p.id, p.at, v.workspace_id, v.instagram_account_id, v.contact_id, v.id, 'outbound',
      p.item->>'type', p.item->'content', false, 'queued', p_user FROM part p
  ), queued AS (
    INSERT INTO outbound_message (id, message_at, workspace_id, instagram_account_id, contact_id, conversation_id, seq,
      priority, kind, is_automated, payload, idempotency_key, not_before)
    SELECT p.id, p.at, v.workspace_id, v.instagram_account_id, v.contact_id, v.id, v_seq + p.n - 1,
      0, 'message', false, p.item->'payload', 'human/' || p.id, least(p_now, clock_timestamp()) FROM part p
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT v.workspace_id, v.instagram_account_id, 'message.created', p.id, p.at FROM part p ORDER BY p.n
  )
  UPDATE conversation c
  SET status = 'open', closed_at = NULL, automation_paused_until = p_now + make_interval(mins => v_pause),
      last_message_id = l.id, last_message_at = l.at, last_message_preview = l.item->>'preview',
      last_message_direction = 'outbound', updated_at = p_now
  FROM (SELECT * FROM part ORDER BY n DESC LIMIT 1) AS l
  WHERE c.id = v.id;

  UPDATE contact c
  SET next_outbound_seq = c.next_outbound_seq + v_count, version = c.version + 1, current_flow_id = NULL,
      current_flow_step_node_id = NULL
  WHERE c.id = v.contact_id;
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
  VALUES (v.workspace_id, v.instagram_account_id, 'conversation.updated', v.id);
  RETURN jsonb_build_object('kind', 'queued', 'messageAt', (
    SELECT jsonb_agg(${milliseconds(`p_now + make_interval(secs => (n - 1) / 1000.0)`)} ORDER BY n)
    FROM generate_series(1, v_count) AS n));
END $$;

-- Profiles as Instagram told them, and the attempts that were in vain.
CREATE FUNCTION save_profiles(p_profiles jsonb) RETURNS void
LANGUAGE plpgsql ${steadyPlans} AS $$
BEGIN
  WITH x AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(p_profiles) AS x ("contactId" uuid, "isFetched" boolean, username text,
      "firstName" text, "lastName" text, "profilePictureUrl" text, "isFollower" boolean)
    ORDER BY "contactId"
  ), saved AS (
    UPDATE contact c
    SET instagram_username = CASE WHEN x."isFetched" THEN coalesce(x.username, c.instagram_username) ELSE c.instagram_username END,
        first_name = CASE WHEN x."isFetched" THEN coalesce(c.first_name, x."firstName") ELSE c.first_name END,
        last_name = CASE WHEN x."isFetched" THEN coalesce(c.last_name, x."lastName") ELSE c.last_name END,
        profile_picture_url = CASE WHEN x."isFetched" THEN x."profilePictureUrl" ELSE c.profile_picture_url END,
        is_follower = CASE WHEN x."isFetched" THEN x."isFollower" ELSE c.is_follower END,
        profile_fetched_at = CASE WHEN x."isFetched" THEN clock_timestamp() ELSE c.profile_fetched_at END,
        profile_attempts = CASE WHEN x."isFetched" THEN 0 ELSE least(c.profile_attempts + 1, 1000) END
    FROM x WHERE c.id = x."contactId"
    RETURNING c.id, x."isFetched"
  )
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
  SELECT v.workspace_id, v.instagram_account_id, 'conversation.updated', v.id
  FROM saved s JOIN conversation v ON v.contact_id = s.id WHERE s."isFetched";
END $$;
`;

export class OutboxFunctions1763600000020 implements MigrationInterface {
  name = 'OutboxFunctions1763600000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [claim, settle, uncertain, people]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION accounts_with_queued, next_outbound_at, claim_outbound, cancel_outbound_rows, fail_run_of_message,
        settle_outbound, pace_accounts, finish_outbound, expire_outbound_leases, claim_uncertain, match_echo,
        enqueue_human_message, save_profiles`);
  }
}
