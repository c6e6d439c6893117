import { byThemselves } from './order-of-held';

/** The quiet hours of an account were changed: what they hold waits for their new end. */
export const rescheduleQuietMessages = `
CREATE OR REPLACE FUNCTION reschedule_quiet_messages(p_account uuid, p_until timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH moved AS (
    UPDATE outbound_message o SET quiet_until = p_until,
      not_before = CASE WHEN o.held_at IS NULL THEN p_until + ${byThemselves} ELSE o.not_before END
    WHERE o.instagram_account_id = p_account AND o.quiet_until IS NOT NULL AND o.status = 'queued'
    RETURNING o.id, o.message_at, o.workspace_id, o.instagram_account_id
  ), logged AS (
    UPDATE message_log m SET held_until = p_until FROM moved v WHERE m."timestamp" = v.message_at AND m.id = v.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM moved
  )
  SELECT count(*) INTO v_count FROM moved;
  RETURN v_count;
END $$;
`;
