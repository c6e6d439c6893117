import { behindAll, byThemselves } from './order-of-held';

/**
 * Holds what turns of winning contacts sent on their own accord: until the quiet hours end, or as long as an earlier such
 * message of the contact is held, so that their order stays. In the transaction of apply_turns, whose answer is `p_applied`.
 */
export const holdQuietMessages = `
CREATE OR REPLACE FUNCTION hold_quiet_messages(p_quiet jsonb, p_applied json) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH asked AS MATERIALIZED (
    SELECT q.ids, greatest(from_ms(q.until), (
      SELECT max(e.quiet_until) FROM outbound_message e
      WHERE e.contact_id = q."contactId" AND e.status = 'queued' AND e.quiet_until IS NOT NULL)) AS until
    FROM jsonb_to_recordset(p_quiet) AS q("contactId" uuid, ids uuid[], until double precision)
    WHERE q."contactId" IN (SELECT w.id::uuid FROM json_array_elements_text(p_applied->'winners') AS w(id))
  ), held AS (
    UPDATE outbound_message o
    SET quiet_until = a.until, not_before = a.until + ${byThemselves}, seq = o.seq + ${behindAll}
    FROM asked a WHERE a.until IS NOT NULL AND o.id = ANY (a.ids)
    RETURNING o.id, o.message_at, o.quiet_until
  ), logged AS (
    UPDATE message_log m SET held_until = h.quiet_until FROM held h WHERE m."timestamp" = h.message_at AND m.id = h.id
  )
  SELECT count(*) INTO v_count FROM held;
  RETURN v_count;
END $$;
`;
