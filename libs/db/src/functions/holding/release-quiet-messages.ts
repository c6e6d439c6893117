import { behindAll } from './order-of-held';

/**
 * Lets messages go whose quiet hours are over, at most `p_limit`, or all that one account holds, in the order they were meant to have. One
 * whose flow is paused stays held by that. What belongs to a run that has ended otherwise than by finishing is not wanted
 * any more. Answers how many were let go.
 */
export const releaseQuietMessages = `
CREATE OR REPLACE FUNCTION release_quiet_messages(p_account uuid, p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  v_ids uuid[];
  v_count integer;
BEGIN
  IF p_account IS NULL THEN
    v_ids := ARRAY(
      SELECT o.id FROM outbound_message o WHERE o.quiet_until <= p_now AND o.status = 'queued'
      ORDER BY o.quiet_until LIMIT p_limit FOR UPDATE SKIP LOCKED);
  ELSE
    v_ids := ARRAY(
      SELECT o.id FROM outbound_message o
      WHERE o.instagram_account_id = p_account AND o.quiet_until IS NOT NULL AND o.status = 'queued' FOR UPDATE);
  END IF;
  IF cardinality(v_ids) = 0 THEN RETURN 0; END IF;
  PERFORM cancel_outbound_rows(ARRAY(
    SELECT o.id FROM outbound_message o JOIN flow_run r ON r.id = o.run_id
    WHERE o.id = ANY (v_ids) AND r.status NOT IN ('running', 'waiting', 'completed')),
    'flow_stopped', 'The run this message belongs to has ended.');
  WITH freed AS (
    UPDATE outbound_message o
    SET quiet_until = NULL, seq = o.seq - ${behindAll},
        not_before = CASE WHEN o.held_at IS NULL THEN p_now ELSE o.not_before END
    WHERE o.id = ANY (v_ids) AND o.status = 'queued'
    RETURNING o.id, o.message_at, o.workspace_id, o.instagram_account_id
  ), logged AS (
    UPDATE message_log m SET held_until = NULL FROM freed f WHERE m."timestamp" = f.message_at AND m.id = f.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM freed
  )
  SELECT count(*) INTO v_count FROM freed;
  RETURN v_count;
END $$;
`;
