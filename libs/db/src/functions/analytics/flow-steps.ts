import { steadyPlans } from '../plan-settings';

/**
 * The steps of turns in [p_from, p_until) whose runs began with one of `p_flow_ids`; of one flow, or of one node of it, unless
 * these are null. A step is an entry when it is the first of its visit: what continues a visit (an answer, a timer)
 * comes in a later turn.
 */
export const flowSteps = `
CREATE OR REPLACE FUNCTION flow_steps(p_flow_ids uuid[], p_flow uuid, p_node text, p_from timestamptz, p_until timestamptz)
RETURNS TABLE (turn_id uuid, at timestamptz, place bigint, contact_id uuid, run_id uuid, flow_id uuid, version_id uuid,
               node_id text, outlet text, is_entry boolean, effect_keys jsonb)
LANGUAGE sql STABLE ${steadyPlans} AS $$
  SELECT t.id, t.at, s.place, t.contact_id, (s.step->>'runId')::uuid, (s.step->>'flowId')::uuid,
         (s.step->>'flowVersionId')::uuid, s.step->>'nodeId',
         CASE WHEN s.step->>'outcome' = 'advanced' AND s.step->>'targetNodeId' IS NOT NULL THEN s.step->>'branch' END,
         NOT EXISTS (SELECT FROM jsonb_array_elements(t.steps) WITH ORDINALITY AS e(step, place)
                     WHERE e.place < s.place AND e.step @> v.visit)
           AND NOT EXISTS (SELECT FROM contact_turn e
                           WHERE e.contact_id = t.contact_id AND e.id < t.id AND e.steps @> jsonb_build_array(v.visit)),
         s.step->'effectKeys'
  FROM unnest(p_flow_ids) AS began(id)
  CROSS JOIN LATERAL (
    SELECT c.id, c.at, c.contact_id, c.steps FROM contact_turn c
    WHERE c.flow_id = began.id AND c.at >= p_from AND c.at < p_until
    OFFSET 0) t
  CROSS JOIN LATERAL jsonb_array_elements(t.steps) WITH ORDINALITY AS s(step, place)
  CROSS JOIN LATERAL (
    SELECT jsonb_build_object('runId', s.step->'runId', 'nodeId', s.step->'nodeId', 'visit', s.step->'visit') AS visit) v
  WHERE (p_flow IS NULL OR s.step->>'flowId' = p_flow::text) AND (p_node IS NULL OR s.step->>'nodeId' = p_node)
$$;
`;
