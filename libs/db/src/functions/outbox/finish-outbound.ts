import { steadyPlans } from '../plan-settings';

/**
 * Answers how many results were accepted, the shards in which runs go on because of them, and whether these contacts
 * have more to be sent.
 */
export const finishOutbound = `
CREATE OR REPLACE FUNCTION finish_outbound(p_results jsonb, p_accounts jsonb) RETURNS json
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v_count integer;
  v_shards json;
  v_contacts uuid[];
BEGIN
  v_count := settle_outbound(p_results);
  IF jsonb_array_length(p_accounts) > 0 THEN PERFORM pace_accounts(p_accounts); END IF;
  SELECT array_agg(o.contact_id) INTO v_contacts FROM outbound_message o
  WHERE o.id = ANY (ARRAY(SELECT x.id FROM jsonb_to_recordset(p_results) AS x (id uuid)));
  SELECT json_agg(DISTINCT w.shard) INTO v_shards
  FROM flow_run r
  CROSS JOIN LATERAL (
    SELECT x.shard FROM contact_wake x
    WHERE x.contact_id = r.contact_id AND x.wake_at <= clock_timestamp() OFFSET 0) AS w
  WHERE r.contact_id = ANY (v_contacts) AND r.status IN ('running', 'waiting') AND r.waiting_for = 'effect';
  -- Ordered by lane: the other index of queued messages would be read from its beginning.
  RETURN json_build_object('count', v_count, 'shards', coalesce(v_shards, '[]'::json), 'hasNext', EXISTS (
    SELECT 1 FROM unnest(v_contacts) AS c (id)
    CROSS JOIN LATERAL (
      SELECT 1 FROM outbound_message n WHERE n.contact_id = c.id AND n.status = 'queued' ORDER BY n.seq LIMIT 1) AS next));
END $$;
`;
