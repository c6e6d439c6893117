import { runsAsEngine } from '../runs-as-engine';

/**
 * How often people entered flows of a workspace, and how many stand in them now, each counted up to p_cap. Row-level
 * security would look at every single run; here only the workspace of the caller is looked at.
 */
export const countFlowPeople = `
CREATE OR REPLACE FUNCTION count_flow_people(p_workspace uuid, p_flows uuid[], p_cap integer)
RETURNS TABLE (flow_id uuid, entered integer, waiting integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  IF NOT coalesce(p_workspace = ANY (NULLIF(current_setting('app.workspace_ids', true), '')::uuid[]), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT x.id,
      (SELECT count(*)::integer FROM (
         SELECT FROM flow_run r WHERE r.flow_id = x.id AND r.workspace_id = p_workspace LIMIT p_cap) c),
      (SELECT count(*)::integer FROM (
         SELECT FROM flow_run r WHERE r.standing_flow_id = x.id::text AND r.workspace_id = p_workspace
           AND r.status IN ('running', 'waiting') LIMIT p_cap) c)
    FROM unnest(p_flows) AS x (id);
END $$;${runsAsEngine('count_flow_people(uuid, uuid[], integer)')}
`;
