import { behindAll, byThemselves } from './order-of-held';

/**
 * Lets held messages of a flow go, unless another paused flow holds them too; one that quiet hours hold as well goes on
 * waiting for their end. What belongs to a run that has ended otherwise than by finishing is not wanted any more.
 */
export const releaseFlowMessages = `
CREATE OR REPLACE FUNCTION release_flow_messages(p_flow uuid, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  PERFORM cancel_outbound_rows(ARRAY(
    SELECT o.id FROM outbound_message o JOIN flow_run r ON r.id = o.run_id
    WHERE o.held_at IS NOT NULL AND o.status = 'queued' AND (r.flow_id = p_flow OR r.standing_flow_id = p_flow::text)
      AND r.status NOT IN ('running', 'waiting', 'completed')),
    'flow_stopped', 'The run this message belongs to has ended.');
  WITH freed AS (
    UPDATE outbound_message o
    SET held_at = NULL, seq = o.seq - ${behindAll}, not_before = coalesce(o.quiet_until + ${byThemselves}, p_now)
    FROM flow_run r
    WHERE o.held_at IS NOT NULL AND o.status = 'queued' AND r.id = o.run_id
      AND (r.flow_id = p_flow OR r.standing_flow_id = p_flow::text)
      AND NOT EXISTS (
        SELECT 1 FROM flow f
        WHERE f.paused_at IS NOT NULL AND f.id <> p_flow AND (f.id = r.flow_id OR f.id::text = r.standing_flow_id))
    RETURNING o.workspace_id, o.instagram_account_id, o.id, o.message_at, o.error_code, o.error_message
  ), logged AS (
    UPDATE message_log m SET error_code = g.error_code, error_message = g.error_message
    FROM freed g WHERE m."timestamp" = g.message_at AND m.id = g.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM freed
  )
  SELECT count(*) INTO v_count FROM freed;
  RETURN v_count;
END $$;
`;
