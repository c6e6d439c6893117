/**
 * A turn that failed by itself: tried again later; after `p_max_attempts` its events are given up, so that no contact
 * and no shard is stuck. Answers whether it was given up.
 */
export const failTurn = `
CREATE OR REPLACE FUNCTION fail_turn(p_contact uuid, p_wake_at timestamptz, p_max_attempts integer, p_now timestamptz)
RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE v_attempts integer;
BEGIN
  UPDATE contact_wake w SET attempts = w.attempts + 1, wake_at = p_wake_at
  WHERE w.contact_id = p_contact
  RETURNING w.attempts INTO v_attempts;
  IF v_attempts IS NULL OR v_attempts < p_max_attempts THEN
    RETURN false;
  END IF;
  PERFORM fence_contacts(ARRAY[p_contact]);
  UPDATE inbound_event i SET status = 'ignored', reason = 'internal_error'
  WHERE i.contact_id = p_contact AND i.status = 'received';
  PERFORM end_open_runs(ARRAY[p_contact], 'failed', 'internal_error', p_now);
  DELETE FROM contact_wake w WHERE w.contact_id = p_contact;
  RETURN true;
END $$;
`;
