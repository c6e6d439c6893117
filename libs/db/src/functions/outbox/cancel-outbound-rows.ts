import { steadyPlans } from '../plan-settings';

/** Takes queued messages out of the outbox, visibly. */
export const cancelOutboundRows = `
CREATE OR REPLACE FUNCTION cancel_outbound_rows(p_ids uuid[], p_reason text, p_sentence text) RETURNS integer
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
`;
