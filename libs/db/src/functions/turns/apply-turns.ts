import { lookUpByIndex } from '../plan-settings';

/**
 * Applies the turns of many contacts in one transaction. Only contacts whose version is still the one decided on win;
 * nothing of the others is written. Lock order: contact_wake, contact (both sorted), flow_run, outbound_message.
 * A profile that was fetched for the turn is kept with it.
 *
 * Rows named in the JSON are looked up by `= ANY (array)` as well: a join alone may be planned as a walk over the whole
 * index, which costs nothing while the tables are empty and ever more afterwards, for the plan is kept.
 */
export const applyTurns = `
CREATE OR REPLACE FUNCTION apply_turns(p_turns jsonb, p_runs jsonb, p_outbound jsonb, p_events jsonb, p_wakes jsonb,
                            p_records jsonb, p_now timestamptz)
RETURNS json
LANGUAGE plpgsql ${lookUpByIndex} AS $$
DECLARE
  v_all uuid[];
  v_winners uuid[] := '{}';
  -- The usual case, spared a look into the list of winners for every row.
  v_all_won boolean := false;
  v_opted_out uuid[];
  v_moved uuid[];
  v_unmoved uuid[];
BEGIN
  SELECT array_agg(x."contactId") INTO v_all FROM jsonb_to_recordset(p_wakes) AS x("contactId" uuid);
  SELECT array_agg(l.contact_id) INTO v_unmoved
  FROM (SELECT w.contact_id, w.seq FROM contact_wake w WHERE w.contact_id = ANY (v_all)
        ORDER BY w.contact_id FOR UPDATE) l
  JOIN jsonb_to_recordset(p_wakes) AS x("contactId" uuid, seq bigint) ON x."contactId" = l.contact_id
  WHERE l.seq = x.seq;

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
      step_count = r."stepCount", wake_at = from_ms(r."wakeAt"), end_reason = r.reason, ended_at = from_ms(r."endedAt"),
      -- A person may have moved the run to another version.
      flow_version_id = r."flowVersionId"
    FROM jsonb_to_recordset(p_runs) AS r("runId" uuid, "contactId" uuid, "isNew" boolean, "flowVersionId" uuid,
      status text, "waitingFor" text, "nodeId" text, state jsonb, "stepCount" integer, "wakeAt" double precision, reason text,
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
             c.next_outbound_seq + o.index, o.priority, o.kind, true, o.payload, o.key, o."runId", o."nodeId",
             greatest(p_now, c.leaving_until), p_now
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
      -- A turn that began before they said STOP does not end what intake holds for them.
      leaving_until = CASE WHEN c.id = ANY (v_unmoved) THEN NULL ELSE c.leaving_until END,
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
