import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Turns of several shards are loaded together, so that under load one statement and one commit serve many contacts. */
const loading = `
DROP FUNCTION load_turns(smallint, uuid[], uuid[], integer, timestamptz);

-- Everything the turns of these contacts depend on, of one snapshot.
CREATE FUNCTION load_turns(p_contacts uuid[]) RETURNS json
LANGUAGE plpgsql STABLE AS $$
DECLARE v_turns json;
BEGIN
  SELECT coalesce(json_agg(json_build_object(
      'contactId', c.id, 'workspaceId', c.workspace_id, 'accountId', c.instagram_account_id, 'conversationId', v.id,
      'version', c.version, 'seq', w.seq, 'attempts', coalesce(w.attempts, 0),
      'revision', coalesce((SELECT r.revision FROM account_revision r
                            WHERE r.instagram_account_id = c.instagram_account_id), 0),
      'instagramUserId', c.instagram_user_id, 'username', c.instagram_username,
      'firstName', c.first_name, 'lastName', c.last_name, 'profilePictureUrl', c.profile_picture_url,
      'isFollower', c.is_follower, 'tags', c.tags, 'customAttributes', c.custom_attributes,
      'optedOut', c.opted_out_at IS NOT NULL, 'triggerHistory', c.trigger_history,
      'isFirstContact', c.first_turn_at IS NULL,
      'profileTarget', CASE WHEN c.profile_fetched_at IS NULL AND c.profile_attempts = 0 THEN (
        SELECT json_build_object('contactId', c.id, 'accountId', a.id, 'recipientId', c.instagram_user_id,
                                 'accountInstagramId', a.instagram_user_id, 'sealedToken', a.access_token_sealed)
        FROM instagram_account a
        WHERE a.id = c.instagram_account_id AND a.status = 'connected' AND a.access_token_sealed IS NOT NULL) END,
      'status', v.status, 'automationPausedUntil', to_ms(v.automation_paused_until),
      'lastAutomatedAt', to_ms(v.last_bot_message_at), 'lastDefaultReplyAt', to_ms(v.last_default_reply_at),
      'lastUserMessageAt', to_ms(v.last_user_message_at),
      'run', run.state, 'outcome', run.outcome,
      'events', coalesce(events.list, '[]'::json))), '[]'::json)
    INTO v_turns
    FROM unnest(p_contacts) AS due(id)
    JOIN contact c ON c.id = due.id
    JOIN conversation v ON v.contact_id = c.id
    LEFT JOIN contact_wake w ON w.contact_id = c.id AND w.contact_id = ANY (p_contacts)
    LEFT JOIN LATERAL (
      SELECT f.state, (
        SELECT json_build_object('key', o.idempotency_key, 'status', o.status, 'errorCode', o.error_code)
        FROM outbound_message o
        WHERE f.waiting_for = 'effect' AND o.idempotency_key = f.state->'waitingFor'->>'key'
          AND o.status IN ('sent', 'failed', 'cancelled')) AS outcome
      FROM flow_run f
      WHERE f.contact_id = c.id AND f.status IN ('running', 'waiting')
    ) run ON true
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object(
          'id', e.id, 'dedupeKey', e.dedupe_key, 'kind', e.kind, 'at', to_ms(e.platform_at),
          'receivedAt', to_ms(e.received_at), 'messageId', e.message_id, 'event', e.event)
          ORDER BY e.platform_at, e.id) AS list
      FROM (SELECT i.* FROM inbound_event i WHERE i.contact_id = c.id AND i.status = 'received'
            ORDER BY i.platform_at, i.id LIMIT 200) e
    ) events
    WHERE c.id = ANY (p_contacts) AND v.contact_id = ANY (p_contacts);
  RETURN v_turns;
END $$;

-- The due contacts of these shards, those that wait longest first, and when each shard is due next. A shard that has
-- more than could be taken is due again at once.
CREATE FUNCTION load_due_turns(p_shards smallint[], p_exclude uuid[], p_limit integer, p_now timestamptz)
RETURNS json
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_ids uuid[];
  v_dues json;
  -- Twice the fair share: enough for a full batch when some shards have nothing.
  v_each integer := greatest(ceil(2.0 * p_limit / greatest(cardinality(p_shards), 1))::integer, 10);
BEGIN
  SELECT array_agg(d.contact_id) INTO v_ids FROM (
    SELECT w.contact_id
    FROM unnest(p_shards) AS s (shard)
    CROSS JOIN LATERAL (
      SELECT x.contact_id, x.wake_at FROM contact_wake x
      WHERE x.shard = s.shard AND x.wake_at <= p_now AND x.contact_id <> ALL (p_exclude)
      ORDER BY x.wake_at LIMIT v_each) w
    ORDER BY w.wake_at LIMIT p_limit) d;
  SELECT json_agg(json_build_object('shard', s.shard, 'dueAt', to_ms(n.wake_at))) INTO v_dues
    FROM unnest(p_shards) AS s (shard)
    CROSS JOIN LATERAL (
      SELECT x.wake_at FROM contact_wake x
      WHERE x.shard = s.shard AND x.contact_id <> ALL (p_exclude) AND (v_ids IS NULL OR x.contact_id <> ALL (v_ids))
      ORDER BY x.wake_at LIMIT 1) n;
  RETURN json_build_object(
    'turns', CASE WHEN v_ids IS NULL THEN '[]'::json ELSE load_turns(v_ids) END,
    'dues', coalesce(v_dues, '[]'::json));
END $$;
`;

/** As before, but rows are looked up one by one whatever the size the tables had when the plan was made. */
const intake = `
CREATE OR REPLACE FUNCTION intake_events(p_events jsonb, p_now timestamptz)
RETURNS TABLE (shard smallint, due_at double precision)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_rows intake_row[];
  v_placed intake_row[];
  v_fresh intake_row[];
  v_ids uuid[];
  v_all_known boolean;
  v_shards smallint[];
  v_dues timestamptz[];
BEGIN
  SELECT array_agg(ROW(
      e.id, e."entryId", a.id, a.workspace_id, a.debounce, e."contactInstagramId", e.username,
      coalesce(c.id, e."contactId"), e."conversationId", e."dedupeKey", e.kind, from_ms(e."platformAt"), e.raw, e.event,
      e.status, e.reason, e."messageType", e.content, e.preview, e."opensWindow", e."isDebounced",
      c.id IS NOT NULL)::intake_row), bool_and(c.id IS NOT NULL OR e."contactInstagramId" IS NULL OR a.id IS NULL)
    INTO v_rows, v_all_known
    FROM jsonb_to_recordset(p_events) AS e(
      id uuid, "entryId" text, "ownId" text, "contactInstagramId" text, username text, "contactId" uuid,
      "conversationId" uuid, "dedupeKey" text, kind text, "platformAt" double precision, raw jsonb, event jsonb,
      status text, reason text, "messageType" text, content jsonb, preview text, "opensWindow" boolean,
      "isDebounced" boolean)
    LEFT JOIN LATERAL (
      SELECT i.id, i.workspace_id,
             coalesce((i.settings->>'debounceWindowMs')::double precision, 4000) * interval '1 millisecond' AS debounce
      FROM instagram_account i
      WHERE i.status <> 'disconnected'
        AND (i.instagram_user_id = e."entryId" OR i.instagram_user_id = e."ownId" OR i.instagram_page_id = e."entryId")
      ORDER BY i.instagram_user_id = e."entryId" DESC, i.instagram_user_id = e."ownId" DESC
      LIMIT 1
    ) a ON true
    LEFT JOIN LATERAL (
      SELECT k.id FROM contact k
      WHERE k.instagram_account_id = a.id
        AND k.instagram_user_id BETWEEN e."contactInstagramId" AND e."contactInstagramId"
      ORDER BY k.instagram_user_id LIMIT 1
    ) c ON true;

  INSERT INTO unrouted_event (id, entry_id, raw, received_at)
  SELECT r.id, r.entry_id, r.raw, p_now FROM unnest(v_rows) r WHERE r.account_id IS NULL;

  IF NOT v_all_known THEN
    INSERT INTO contact (id, workspace_id, instagram_account_id, instagram_user_id, instagram_username,
                         last_interaction_at, created_at, updated_at)
    SELECT DISTINCT ON (r.account_id, r.contact_instagram_id)
           r.contact_id, r.workspace_id, r.account_id, r.contact_instagram_id, r.username, r.platform_at, p_now, p_now
    FROM unnest(v_rows) r
    WHERE r.account_id IS NOT NULL AND r.contact_instagram_id IS NOT NULL AND NOT r.is_known
    ORDER BY r.account_id, r.contact_instagram_id, r.platform_at
    ON CONFLICT DO NOTHING;

    SELECT array_agg(ROW(
        r.id, r.entry_id, r.account_id, r.workspace_id, r.debounce, r.contact_instagram_id, r.username,
        coalesce(c.id, r.contact_id), r.conversation_id, r.dedupe_key, r.kind, r.platform_at, r.raw, r.event, r.status,
        r.reason, r.message_type, r.content, r.preview, r.opens_window, r.is_debounced,
        r.is_known OR c.id IS NOT NULL)::intake_row)
      INTO v_rows
      FROM unnest(v_rows) r
      LEFT JOIN LATERAL (
        SELECT k.id FROM contact k
        WHERE NOT r.is_known AND k.instagram_account_id = r.account_id
          AND k.instagram_user_id BETWEEN r.contact_instagram_id AND r.contact_instagram_id
        ORDER BY k.instagram_user_id LIMIT 1
      ) c ON true;
  END IF;

  INSERT INTO conversation (id, workspace_id, instagram_account_id, contact_id, started_at, created_at, updated_at)
  SELECT DISTINCT ON (r.contact_id) r.conversation_id, r.workspace_id, r.account_id, r.contact_id, p_now, p_now, p_now
  FROM unnest(v_rows) r
  WHERE r.is_known AND (SELECT v.id FROM conversation v WHERE v.contact_id = r.contact_id LIMIT 1) IS NULL
  ORDER BY r.contact_id
  ON CONFLICT DO NOTHING;

  SELECT array_agg(ROW(
      r.id, r.entry_id, r.account_id, r.workspace_id, r.debounce, r.contact_instagram_id, r.username,
      v.contact_id, v.id, r.dedupe_key, r.kind, r.platform_at, r.raw, r.event,
      CASE WHEN o.is_own_echo THEN 'consumed' ELSE r.status END,
      CASE WHEN o.is_own_echo THEN 'own_echo' ELSE r.reason END, CASE WHEN v.id IS NOT NULL THEN r.message_type END,
      r.content, r.preview, r.opens_window, r.is_debounced, r.is_known)::intake_row)
    INTO v_placed
    FROM unnest(v_rows) r
    LEFT JOIN LATERAL (
      SELECT c.id, c.contact_id FROM conversation c
      WHERE c.contact_id = CASE WHEN r.is_known THEN r.contact_id END OFFSET 0) v ON true
    CROSS JOIN LATERAL (SELECT r.kind = 'echo' AND r.status = 'received'
      AND find_outbound_by_mid(r.account_id, r.event->>'mid', r.platform_at - interval '7 days') IS NOT NULL
      AS is_own_echo) o
    WHERE r.account_id IS NOT NULL;

  WITH fresh AS (
    INSERT INTO inbound_event (id, workspace_id, instagram_account_id, contact_id, dedupe_key, kind, platform_at,
                               raw, event, message_id, received_at, status, reason)
    SELECT p.id, p.workspace_id, p.account_id, p.contact_id, p.dedupe_key, p.kind, p.platform_at, p.raw, p.event,
           CASE WHEN p.message_type IS NOT NULL THEN p.id END, p_now, p.status, p.reason
    FROM unnest(v_placed) p
    ORDER BY p.account_id, p.dedupe_key
    ON CONFLICT DO NOTHING
    RETURNING id
  )
  SELECT array_agg(f.id) INTO v_ids FROM fresh f;
  IF cardinality(v_ids) = cardinality(v_placed) THEN
    v_fresh := v_placed;
  ELSE
    SELECT array_agg(p) INTO v_fresh FROM unnest(v_placed) p WHERE p.id = ANY (v_ids);
  END IF;

  -- An earlier due time stays: the turn itself extends a debounce window, so this can be too early, never too late.
  WITH wakes AS (
    INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at)
    SELECT r.contact_id, r.workspace_id, r.account_id, contact_shard(r.contact_id),
           min(CASE WHEN r.is_debounced THEN p_now + r.debounce ELSE p_now END)
    FROM unnest(v_fresh) r
    WHERE r.status = 'received' AND r.contact_id IS NOT NULL
    GROUP BY r.contact_id, r.workspace_id, r.account_id
    ORDER BY r.contact_id
    ON CONFLICT (contact_id) DO UPDATE
      SET wake_at = least(w.wake_at, excluded.wake_at), seq = excluded.seq
    RETURNING w.shard, w.wake_at
  ), dues AS (
    SELECT w.shard, min(w.wake_at) AS due FROM wakes w GROUP BY w.shard
  )
  SELECT array_agg(d.shard), array_agg(d.due) INTO v_shards, v_dues FROM dues d;

  INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id, direction,
                           type, content, delivery_status, mid)
  SELECT r.id, r.platform_at, r.workspace_id, r.account_id, r.contact_id, r.conversation_id, 'inbound',
         r.message_type, r.content, 'received', r.event->>'mid'
  FROM unnest(v_fresh) r
  WHERE r.message_type IS NOT NULL;

  UPDATE conversation v SET
    last_message_id = CASE WHEN n.is_last THEN n.id ELSE v.last_message_id END,
    last_message_at = CASE WHEN n.is_last THEN n.platform_at ELSE v.last_message_at END,
    last_message_preview = CASE WHEN n.is_last THEN n.preview ELSE v.last_message_preview END,
    last_message_direction = CASE WHEN n.is_last THEN 'inbound' ELSE v.last_message_direction END,
    unread_count = v.unread_count + n.arrivals,
    last_user_message_at = greatest(v.last_user_message_at, n.opened_at),
    status = CASE WHEN v.status = 'closed' THEN 'open' ELSE v.status END,
    closed_at = NULL,
    updated_at = p_now
  FROM (
    SELECT l.*, o.last_message_at IS NULL OR l.platform_at >= o.last_message_at AS is_last
    FROM (
      SELECT DISTINCT ON (r.conversation_id) r.conversation_id, r.id, r.platform_at, r.preview,
             count(*) OVER w AS arrivals,
             max(r.platform_at) FILTER (WHERE r.opens_window) OVER w AS opened_at
      FROM unnest(v_fresh) r
      WHERE r.message_type IS NOT NULL
      WINDOW w AS (PARTITION BY r.conversation_id)
      ORDER BY r.conversation_id, r.platform_at DESC, r.id DESC
    ) l CROSS JOIN LATERAL (
      SELECT c.last_message_at FROM conversation c WHERE c.id = l.conversation_id OFFSET 0) o
  ) n
  WHERE v.id = n.conversation_id
    AND v.id = ANY (ARRAY(SELECT r.conversation_id FROM unnest(v_fresh) r WHERE r.message_type IS NOT NULL));

  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
  SELECT r.workspace_id, r.account_id, 'message.created', r.id, r.platform_at
  FROM unnest(v_fresh) r WHERE r.message_type IS NOT NULL
  UNION ALL
  SELECT DISTINCT r.workspace_id, r.account_id, 'conversation.updated', r.conversation_id, NULL::timestamptz
  FROM unnest(v_fresh) r WHERE r.message_type IS NOT NULL;

  INSERT INTO account_pacing (instagram_account_id, workspace_id, last_webhook_at)
  SELECT DISTINCT r.account_id, r.workspace_id, p_now FROM unnest(v_rows) r
  WHERE r.account_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM account_pacing p WHERE p.instagram_account_id = r.account_id
                                                     AND p.last_webhook_at > p_now - interval '1 minute')
  ORDER BY r.account_id
  ON CONFLICT (instagram_account_id) DO UPDATE SET last_webhook_at = excluded.last_webhook_at;

  RETURN QUERY SELECT s, to_ms(d) FROM unnest(v_shards, v_dues) AS u(s, d);
END $$;
`;

/**
 * Applies the turns of many contacts in one transaction. Only contacts whose version is still the one decided on win;
 * nothing of the others is written. Lock order: contact_wake, contact (both sorted), flow_run, outbound_message.
 * A profile that was fetched for the turn is kept with it.
 *
 * Rows named in the JSON are looked up by `= ANY (array)` as well: a join alone may be planned as a walk over the whole
 * index, which costs nothing while the tables are empty and ever more afterwards, for the plan is kept.
 */
const applying = `
CREATE OR REPLACE FUNCTION apply_turns(p_turns jsonb, p_runs jsonb, p_outbound jsonb, p_events jsonb, p_wakes jsonb,
                            p_records jsonb, p_now timestamptz)
RETURNS json
LANGUAGE plpgsql AS $$
DECLARE
  v_all uuid[];
  v_winners uuid[] := '{}';
  -- The usual case, spared a look into the list of winners for every row.
  v_all_won boolean := false;
  v_opted_out uuid[];
  v_moved uuid[];
BEGIN
  SELECT array_agg(x."contactId") INTO v_all FROM jsonb_to_recordset(p_wakes) AS x("contactId" uuid);
  PERFORM 1 FROM contact_wake w WHERE w.contact_id = ANY (v_all) ORDER BY w.contact_id FOR UPDATE;

  IF jsonb_array_length(p_turns) > 0 THEN
    SELECT coalesce(array_agg(l.id), '{}') INTO v_winners FROM (
      SELECT c.id FROM contact c
      JOIN jsonb_to_recordset(p_turns) AS t("contactId" uuid, version bigint) ON c.id = t."contactId"
      WHERE c.id = ANY (v_all) AND c.version = t.version
      ORDER BY c.id
      FOR UPDATE OF c) l;
    v_all_won := cardinality(v_winners) = jsonb_array_length(p_turns);

    SELECT array_agg(t."contactId") INTO v_opted_out
    FROM jsonb_to_recordset(p_turns) AS t("contactId" uuid, "optedOut" boolean)
    WHERE t."optedOut" AND (v_all_won OR t."contactId" = ANY (v_winners));
    IF v_opted_out IS NOT NULL THEN
      PERFORM cancel_queued_messages(v_opted_out, NULL, 'opted_out', p_now);
    END IF;

    UPDATE flow_run f SET
      status = r.status, waiting_for = r."waitingFor", node_id = r."nodeId", state = r.state,
      step_count = r."stepCount", wake_at = from_ms(r."wakeAt"), end_reason = r.reason, ended_at = from_ms(r."endedAt")
    FROM jsonb_to_recordset(p_runs) AS r("runId" uuid, "contactId" uuid, "isNew" boolean, status text, "waitingFor" text,
      "nodeId" text, state jsonb, "stepCount" integer, "wakeAt" double precision, reason text,
      "endedAt" double precision)
    WHERE NOT r."isNew" AND f.id = r."runId" AND (v_all_won OR r."contactId" = ANY (v_winners))
      AND f.id = ANY (ARRAY(SELECT x."runId" FROM jsonb_to_recordset(p_runs) AS x("runId" uuid, "isNew" boolean)
                            WHERE NOT x."isNew"));

    INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, trigger_id, status,
                          waiting_for, node_id, state, step_count, wake_at, end_reason, started_at, ended_at)
    SELECT r."runId", r."workspaceId", r."accountId", r."contactId", r."flowId", r."flowVersionId", r."triggerId",
           r.status, r."waitingFor", r."nodeId", r.state, r."stepCount", from_ms(r."wakeAt"), r.reason,
           from_ms(r."startedAt"), from_ms(r."endedAt")
    FROM jsonb_to_recordset(p_runs) AS r("runId" uuid, "workspaceId" uuid, "accountId" uuid, "contactId" uuid,
      "isNew" boolean, "flowId" uuid, "flowVersionId" uuid, "triggerId" uuid, status text, "waitingFor" text,
      "nodeId" text, state jsonb, "stepCount" integer, "wakeAt" double precision, reason text,
      "startedAt" double precision, "endedAt" double precision)
    WHERE r."isNew" AND (v_all_won OR r."contactId" = ANY (v_winners));

    INSERT INTO contact_turn (id, workspace_id, instagram_account_id, contact_id, run_id, flow_id, at, outcome,
                              candidates, steps)
    SELECT t."turnId", t."workspaceId", t."accountId", t."contactId", t."runId", t."flowId", p_now, t.outcome,
           t.candidates, t.steps
    FROM jsonb_to_recordset(p_turns) AS t("turnId" uuid, "workspaceId" uuid, "accountId" uuid, "contactId" uuid,
      "runId" uuid, "flowId" uuid, outcome text, candidates jsonb, steps jsonb)
    WHERE (v_all_won OR t."contactId" = ANY (v_winners));

    IF jsonb_array_length(p_outbound) > 0 THEN
      INSERT INTO outbound_message (id, message_at, workspace_id, instagram_account_id, contact_id, conversation_id, seq,
                                    priority, kind, is_automated, payload, idempotency_key, run_id, node_id, not_before,
                                    created_at)
      SELECT o.id, from_ms(o.at), o."workspaceId", o."accountId", o."contactId", o."conversationId",
             c.next_outbound_seq + o.index, o.priority, o.kind, true, o.payload, o.key, o."runId", o."nodeId", p_now,
             p_now
      FROM jsonb_to_recordset(p_outbound) AS o(id uuid, at double precision, "workspaceId" uuid, "accountId" uuid,
        "contactId" uuid, "conversationId" uuid, index bigint, priority smallint, kind text, payload jsonb, key text,
        "runId" uuid, "nodeId" text)
      JOIN contact c ON c.id = o."contactId"
      WHERE c.id = ANY (v_winners);

      INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id,
                               direction, type, content, is_automated, delivery_status, flow_id, run_id, node_id)
      SELECT o.id, from_ms(o.at), o."workspaceId", o."accountId", o."contactId", o."conversationId", 'outbound',
             o.type, o.content, true, 'queued', o."flowId", o."runId", o."nodeId"
      FROM jsonb_to_recordset(p_outbound) AS o(id uuid, at double precision, "workspaceId" uuid, "accountId" uuid,
        "contactId" uuid, "conversationId" uuid, type text, content jsonb, "flowId" uuid, "runId" uuid, "nodeId" text)
      WHERE (v_all_won OR o."contactId" = ANY (v_winners));
    END IF;

    UPDATE contact c SET
      version = c.version + 1,
      next_outbound_seq = c.next_outbound_seq + t."outboundCount",
      tags = CASE WHEN t."addTags" IS NULL THEN c.tags ELSE ARRAY(
        SELECT tag FROM (
          SELECT tag, min(place) AS place FROM unnest(c.tags || t."addTags") WITH ORDINALITY AS u(tag, place)
          WHERE tag <> ALL (t."removeTags") GROUP BY tag) kept ORDER BY place) END,
      custom_attributes = CASE WHEN t."setAttributes" IS NULL THEN c.custom_attributes
        ELSE (c.custom_attributes || t."setAttributes") - t."dropAttributes" END,
      opted_out_at = CASE t."optedOut" WHEN true THEN coalesce(c.opted_out_at, p_now) WHEN false THEN NULL
        ELSE c.opted_out_at END,
      current_flow_id = t."currentFlowId",
      current_flow_step_node_id = t."currentNodeId",
      flow_context = t."flowContext",
      trigger_history = t."triggerHistory",
      first_turn_at = CASE WHEN t."hasMessages" THEN coalesce(c.first_turn_at, p_now) ELSE c.first_turn_at END,
      last_interaction_at = greatest(c.last_interaction_at, from_ms(t."interactionAt")),
      instagram_username = coalesce(t.profile->>'username', c.instagram_username),
      -- Names a member of the team wrote are not overwritten.
      first_name = coalesce(c.first_name, t.profile->>'firstName'),
      last_name = coalesce(c.last_name, t.profile->>'lastName'),
      profile_picture_url = coalesce(t.profile->>'profilePictureUrl', c.profile_picture_url),
      is_follower = coalesce((t.profile->>'isFollower')::boolean, c.is_follower),
      profile_fetched_at = CASE WHEN (t.profile->>'isFetched')::boolean THEN p_now ELSE c.profile_fetched_at END,
      profile_attempts = CASE (t.profile->>'isFetched')::boolean WHEN true THEN 0
        WHEN false THEN least(c.profile_attempts + 1, 1000) ELSE c.profile_attempts END,
      updated_at = p_now
    FROM jsonb_to_recordset(p_turns) AS t("contactId" uuid, "outboundCount" bigint, "addTags" text[], "removeTags" text[],
      "setAttributes" jsonb, "dropAttributes" text[], "optedOut" boolean, "currentFlowId" uuid, "currentNodeId" text,
      "flowContext" jsonb, "triggerHistory" jsonb, "hasMessages" boolean, "interactionAt" double precision,
      profile jsonb)
    WHERE c.id = t."contactId" AND c.id = ANY (v_winners);

    WITH changed AS (
      UPDATE conversation v SET
        status = CASE WHEN t."needsHuman" THEN 'pending_human' ELSE v.status END,
        context = CASE WHEN t."noteToAgent" IS NULL THEN v.context
          ELSE v.context || jsonb_build_object('messageToAgent', t."noteToAgent") END,
        last_default_reply_at = CASE WHEN t."isDefaultReply" THEN p_now ELSE v.last_default_reply_at END,
        last_bot_message_at = CASE WHEN t."outboundCount" > 0 THEN p_now ELSE v.last_bot_message_at END,
        cooldown_until = CASE WHEN t."outboundCount" > 0 THEN from_ms(t."cooldownUntil") ELSE v.cooldown_until END,
        last_message_id = coalesce(t."lastMessageId", v.last_message_id),
        last_message_at = coalesce(from_ms(t."lastMessageAt"), v.last_message_at),
        last_message_preview = coalesce(t.preview, v.last_message_preview),
        last_message_direction = CASE WHEN t."lastMessageId" IS NULL THEN v.last_message_direction ELSE 'outbound' END,
        updated_at = p_now
      FROM jsonb_to_recordset(p_turns) AS t("contactId" uuid, "conversationId" uuid, "needsHuman" boolean,
        "noteToAgent" text, "isDefaultReply" boolean, "outboundCount" bigint, "cooldownUntil" double precision,
        "lastMessageId" uuid, "lastMessageAt" double precision, preview text, profile jsonb)
      WHERE v.contact_id = t."contactId" AND v.contact_id = ANY (v_winners)
        AND (t."needsHuman" OR t."outboundCount" > 0 OR t."isDefaultReply" OR (t.profile->>'isFetched')::boolean)
      RETURNING v.workspace_id, v.instagram_account_id, v.id
    )
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'conversation.updated', id, NULL FROM changed
    UNION ALL
    SELECT o."workspaceId", o."accountId", 'message.created', o.id, from_ms(o.at)
    FROM jsonb_to_recordset(p_outbound) AS o(id uuid, at double precision, "workspaceId" uuid, "accountId" uuid,
      "contactId" uuid)
    WHERE (v_all_won OR o."contactId" = ANY (v_winners))
    UNION ALL
    SELECT r."workspaceId", r."accountId", 'run.updated', r."runId", NULL
    FROM jsonb_to_recordset(p_runs) AS r("runId" uuid, "workspaceId" uuid, "accountId" uuid, "contactId" uuid)
    WHERE (v_all_won OR r."contactId" = ANY (v_winners));

    UPDATE message_log m SET is_consolidated = true, original_mids = t."originalMids"
    FROM jsonb_to_recordset(p_turns) AS t("contactId" uuid, "consolidatedId" uuid, "consolidatedAt" double precision,
      "originalMids" text[])
    WHERE t."consolidatedId" IS NOT NULL AND (v_all_won OR t."contactId" = ANY (v_winners))
      AND m.id = t."consolidatedId" AND m."timestamp" = from_ms(t."consolidatedAt")
      AND m."timestamp" = ANY (ARRAY(
        SELECT from_ms(x."consolidatedAt")
        FROM jsonb_to_recordset(p_turns) AS x("consolidatedId" uuid, "consolidatedAt" double precision)
        WHERE x."consolidatedId" IS NOT NULL));
  END IF;

  -- Each event is looked up by itself: joined directly, the index of all open events would be read for every one.
  UPDATE inbound_event i SET status = e.status, reason = e.reason, turn_id = e."turnId"
  FROM jsonb_to_recordset(p_events) AS e("accountId" uuid, "dedupeKey" text, "contactId" uuid, "isFenced" boolean,
    status text, reason text, "turnId" uuid)
  CROSS JOIN LATERAL (
    SELECT o.ctid AS place FROM inbound_event o
    WHERE o.instagram_account_id = e."accountId" AND o.dedupe_key = e."dedupeKey" AND o.contact_id = e."contactId"
      AND o.status = 'received'
    LIMIT 1) found
  WHERE i.ctid = found.place AND (NOT e."isFenced" OR v_all_won OR e."contactId" = ANY (v_winners));

  IF jsonb_array_length(p_records) > 0 THEN
    PERFORM apply_message_records(p_records, p_now);
  END IF;

  -- A raised seq says that something arrived meanwhile: then the due time stays and the contact is looked at again.
  DELETE FROM contact_wake w
  USING jsonb_to_recordset(p_wakes) AS x("contactId" uuid, seq bigint, "wakeAt" double precision, "isFenced" boolean)
  WHERE w.contact_id = ANY (v_all) AND w.contact_id = x."contactId" AND w.seq = x.seq AND x."wakeAt" IS NULL
    AND (NOT x."isFenced" OR v_all_won OR x."contactId" = ANY (v_winners));

  WITH set_wakes AS (
    INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at, seq)
    SELECT x."contactId", x."workspaceId", x."accountId", contact_shard(x."contactId"), from_ms(x."wakeAt"),
           coalesce(x.seq, nextval('contact_wake_seq'))
    FROM jsonb_to_recordset(p_wakes) AS x("contactId" uuid, "workspaceId" uuid, "accountId" uuid, seq bigint,
      "wakeAt" double precision, "isFenced" boolean)
    WHERE x."wakeAt" IS NOT NULL AND (NOT x."isFenced" OR v_all_won OR x."contactId" = ANY (v_winners))
    ORDER BY x."contactId"
    ON CONFLICT (contact_id) DO UPDATE SET
      wake_at = CASE WHEN w.seq = excluded.seq THEN excluded.wake_at ELSE least(w.wake_at, excluded.wake_at) END,
      attempts = 0
  )
  SELECT array_agg(w.contact_id) INTO v_moved
  FROM contact_wake w
  JOIN jsonb_to_recordset(p_wakes) AS x("contactId" uuid, seq bigint) ON w.contact_id = x."contactId"
  WHERE w.contact_id = ANY (v_all) AND w.seq IS DISTINCT FROM x.seq;

  RETURN json_build_object('winners', to_json(v_winners), 'moved', to_json(coalesce(v_moved, '{}')));
END $$;
`;

/** The tail of changes is only read in its own order: one index of three is enough. */
const tail = `
DROP INDEX realtime_event_created;
DROP INDEX realtime_event_tail;
ALTER TABLE realtime_event DROP CONSTRAINT realtime_event_pkey;
ALTER TABLE realtime_event ADD PRIMARY KEY (xid, id);

-- Deletes what is kept for a time only, at most \`p_limit\` rows of each kind.
CREATE OR REPLACE FUNCTION purge_expired(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  v_total integer := 0;
  v_count integer;
BEGIN
  -- In the order of the primary key, which is that of time.
  DELETE FROM realtime_event r USING (SELECT e.xid, e.id FROM realtime_event e ORDER BY e.xid, e.id LIMIT p_limit) x
  WHERE r.xid = x.xid AND r.id = x.id AND r.created_at < p_now - interval '1 hour';
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  DELETE FROM idempotency_key k WHERE (k.user_id, k.key) IN (
    SELECT x.user_id, x.key FROM idempotency_key x WHERE x.created_at < p_now - interval '24 hours' LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  DELETE FROM inbound_event e WHERE (e.instagram_account_id, e.dedupe_key) IN (
    SELECT x.instagram_account_id, x.dedupe_key FROM inbound_event x
    WHERE x.received_at < p_now - interval '30 days' AND x.status <> 'received'
    ORDER BY x.received_at LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  DELETE FROM unrouted_event u WHERE u.id IN (
    SELECT x.id FROM unrouted_event x WHERE x.received_at < p_now - interval '30 days' ORDER BY x.received_at LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  -- Of contacts that were erased; every shard by itself, so that the index on (shard, wake_at) serves.
  DELETE FROM contact_wake w USING generate_series(0, 15) AS s
  WHERE w.shard = s::smallint AND w.wake_at < p_now - interval '1 minute'
    AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = w.contact_id);
  RETURN v_total;
END $$;
`;

/** Replacing a function takes its settings away. */
const planning = `
DO $$
DECLARE name regprocedure; method text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'intake_events(jsonb, timestamptz)',
    'load_turns(uuid[])',
    'load_due_turns(smallint[], uuid[], integer, timestamptz)',
    'apply_turns(jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, timestamptz)']::regprocedure[]
  LOOP
    FOREACH method IN ARRAY ARRAY['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'material'] LOOP
      EXECUTE format('ALTER FUNCTION %s SET enable_%s = off', name, method);
    END LOOP;
  END LOOP;
END $$;
ALTER FUNCTION intake_events(jsonb, timestamptz) SET enable_sort = off;
`;

export class TurnBatches1763700000010 implements MigrationInterface {
  name = 'TurnBatches1763700000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [loading, intake, applying, tail, planning]) await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The functions of turns cannot be taken back; restore a backup.'));
  }
}
