/**
 * Takes what is queued and automated off these contacts or runs, visibly. Lock order: contact (sorted), flow_run,
 * outbound_message.
 */
export const cancelQueuedMessages = `
CREATE OR REPLACE FUNCTION cancel_queued_messages(p_contacts uuid[], p_runs uuid[], p_reason text, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql SET enable_hashjoin = off AS $$
DECLARE v_count integer;
BEGIN
  WITH cancelled AS (
    UPDATE outbound_message o SET status = 'cancelled', error_code = p_reason, finished_at = p_now
    WHERE o.contact_id = ANY (p_contacts) AND o.status = 'queued' AND o.is_automated
      AND (p_runs IS NULL OR o.run_id = ANY (p_runs))
    RETURNING o.workspace_id, o.instagram_account_id, o.id, o.message_at
  ), logged AS (
    UPDATE message_log m SET delivery_status = 'cancelled', error_code = p_reason
    FROM cancelled c WHERE m."timestamp" = c.message_at AND m.id = c.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM cancelled
  )
  SELECT count(*) INTO v_count FROM cancelled;
  RETURN v_count;
END $$;
`;
