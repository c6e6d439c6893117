import { behindAll } from './order-of-held';

/**
 * Holds what a flow has queued: not to be claimed for longer than a message may be held, and behind whatever else is
 * sent to the same contact meanwhile.
 */
export const holdFlowMessages = `
CREATE OR REPLACE FUNCTION hold_flow_messages(p_flow uuid, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH held AS (
    UPDATE outbound_message o
    SET held_at = p_now, not_before = p_now + interval '25 hours', seq = o.seq + ${behindAll}
    FROM flow f, flow_run r
    WHERE f.id = p_flow AND o.instagram_account_id = f.instagram_account_id AND o.status = 'queued' AND o.is_automated
      AND o.held_at IS NULL AND r.id = o.run_id AND (r.flow_id = f.id OR r.standing_flow_id = f.id::text)
    RETURNING o.workspace_id, o.instagram_account_id, o.id, o.message_at
  ), logged AS (
    UPDATE message_log m SET error_code = 'flow_paused', error_message = 'Held while the flow is paused.'
    FROM held h WHERE m."timestamp" = h.message_at AND m.id = h.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM held
  )
  SELECT count(*) INTO v_count FROM held;
  RETURN v_count;
END $$;
`;
