import { steadyPlans } from '../plan-settings';
import { milliseconds } from './outbox-expressions';

/**
 * A message of a person: stored and queued ahead of everything automated, which it ends for this contact.
 * Parts become messages in their order. Meta lets people write for 7 days after the contact's last message.
 */
export const enqueueHumanMessage = `
CREATE OR REPLACE FUNCTION enqueue_human_message(p_conversation uuid, p_user uuid, p_parts jsonb, p_now timestamptz) RETURNS jsonb
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
`;
