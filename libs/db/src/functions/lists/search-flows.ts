import { runsAsEngine } from '../runs-as-engine';
import { ownPlans, walkInOrder } from './walk-in-order';

/** One page of the flows that match, the newest first, and how many do, counted up to p_cap. */
export const searchFlows = `
CREATE OR REPLACE FUNCTION search_flows(p_account uuid, p_workspace uuid, p_pattern text, p_status text, p_folder uuid,
                             p_archived boolean, p_after uuid, p_offset integer, p_limit integer, p_cap integer,
                             OUT ids uuid[], OUT total integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan ${ownPlans} AS $$
DECLARE
  v_where text := flow_conditions(p_pattern, p_status, p_folder, p_archived);
  v_found uuid[];
BEGIN
  ids := '{}';
  total := 0;
  IF NOT is_callers_account(p_account, p_workspace) THEN RETURN; END IF;
  EXECUTE format('SELECT ARRAY(SELECT f.id FROM flow f WHERE %s LIMIT $6)', v_where)
    INTO v_found USING p_account, p_workspace, p_pattern, p_status, p_folder, p_cap;
  total := cardinality(v_found);
  IF total < p_cap THEN
    ids := ARRAY(SELECT f.id FROM unnest(v_found) AS f (id) WHERE p_after IS NULL OR f.id < p_after
                 ORDER BY f.id DESC OFFSET p_offset LIMIT p_limit);
    RETURN;
  END IF;
  -- Many match: the first of them are met soon on a walk in order.
  ${walkInOrder}
  EXECUTE format('SELECT ARRAY(SELECT f.id FROM flow f WHERE %s %s ORDER BY f.id DESC OFFSET $7 LIMIT $8)', v_where,
                 CASE WHEN p_after IS NULL THEN '' ELSE 'AND f.id < $6' END)
    INTO ids USING p_account, p_workspace, p_pattern, p_status, p_folder, p_after, p_offset, p_limit;
END $$;${runsAsEngine('search_flows(uuid, uuid, text, text, uuid, boolean, uuid, integer, integer, integer)')}
`;
