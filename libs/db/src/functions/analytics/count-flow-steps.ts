import { steadyPlans } from '../plan-settings';

/**
 * Counts per node (outlet '') and per outlet of the same steps as flow_steps. Of a node: visits, messages Instagram
 * accepted, those read, and taps that led on. Of an outlet: how often it was taken, as visits.
 */
export const countFlowSteps = `
CREATE OR REPLACE FUNCTION count_flow_steps(p_flow_ids uuid[], p_flow uuid, p_from timestamptz, p_until timestamptz)
RETURNS TABLE (flow_id uuid, version_id uuid, node_id text, outlet text, visits bigint, sent bigint, read bigint,
               clicked bigint)
LANGUAGE sql STABLE ${steadyPlans} AS $$
  WITH step AS MATERIALIZED (SELECT * FROM flow_steps(p_flow_ids, p_flow, NULL, p_from, p_until)),
  counted AS (
    SELECT s.flow_id, s.version_id, s.node_id, '' AS outlet, s.is_entry::int AS visits, 0 AS sent, 0 AS read,
           coalesce(s.outlet LIKE 'button\\_payload:%', false)::int AS clicked
    FROM step s
    UNION ALL
    SELECT s.flow_id, s.version_id, s.node_id, s.outlet, 1, 0, 0, 0 FROM step s WHERE s.outlet <> ''
    UNION ALL
    SELECT s.flow_id, s.version_id, s.node_id, '', 0, (m.delivery_status IN ('sent', 'delivered', 'read'))::int,
           (m.delivery_status = 'read')::int, 0
    FROM step s
    CROSS JOIN LATERAL jsonb_array_elements_text(s.effect_keys) AS k(key)
    JOIN outbound_message o ON o.idempotency_key = k.key
    JOIN message_log m ON m."timestamp" = o.message_at AND m.id = o.id
  )
  SELECT c.flow_id, c.version_id, c.node_id, c.outlet, sum(c.visits), sum(c.sent), sum(c.read), sum(c.clicked)
  FROM counted c GROUP BY 1, 2, 3, 4
$$;
`;
