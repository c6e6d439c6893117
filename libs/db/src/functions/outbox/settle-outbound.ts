import { steadyPlans } from '../plan-settings';

/**
 * Records what became of messages. A result with a lease counts only while that lease holds the message; one without
 * (an echo, a look into the conversation) settles whatever is still under way.
 */
export const settleOutbound = `
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
      "isFree" boolean, "isFinal" boolean, "isShown" boolean)
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
          THEN greatest(v_now + make_interval(secs => coalesce(r."delayMs", 0) / 1000.0), (
            SELECT c.leaving_until FROM contact c WHERE c.id = o.contact_id AND o.is_automated)) ELSE o.not_before END,
        lease_id = CASE WHEN r.status = 'queued' THEN NULL ELSE o.lease_id END,
        finished_at = CASE WHEN r.status IN ('sent', 'failed', 'cancelled') OR r."isFinal" THEN v_now END
    FROM r
    WHERE o.id = r.id AND o.id = ANY (v_ids) AND o.status IN ('sending', 'uncertain')
      AND (r.lease IS NULL OR (o.lease_id = r.lease AND o.status = 'sending'))
    RETURNING o.id, o.message_at, o.workspace_id, o.instagram_account_id, o.contact_id, o.conversation_id, o.kind,
      o.is_automated, o.run_id, o.node_id, o.idempotency_key, o.status, o.mid, o.error_code, o.error_message,
      r.status <> 'queued' OR r.lease IS NULL OR coalesce(r."isShown", false) AS is_visible
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
`;
