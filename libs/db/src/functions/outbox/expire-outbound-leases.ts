import { steadyPlans } from '../plan-settings';

/** Messages whose sender died: their request may have left. */
export const expireOutboundLeases = `
CREATE OR REPLACE FUNCTION expire_outbound_leases(p_lease_ms integer) RETURNS integer
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE v_results jsonb;
BEGIN
  SELECT jsonb_agg(jsonb_build_object('id', o.id, 'lease', o.lease_id, 'status', 'uncertain', 'code', 'answer_lost',
    'message', 'The program stopped before Instagram confirmed; the message may have gone out.'))
  INTO v_results
  FROM (
    SELECT o.id, o.lease_id FROM outbound_message o
    WHERE o.status = 'sending' AND o.sending_since < clock_timestamp() - make_interval(secs => p_lease_ms / 1000.0)
    ORDER BY o.sending_since LIMIT 500 FOR UPDATE SKIP LOCKED
  ) AS o;
  RETURN CASE WHEN v_results IS NULL THEN 0 ELSE settle_outbound(v_results) END;
END $$;
`;
