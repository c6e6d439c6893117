import { runsAsEngine } from '../runs-as-engine';
import { ownPlans, walkInOrder } from './walk-in-order';

/**
 * One page of the flows that match, the newest first unless p_sort names another order, and how many do, counted up to
 * p_cap. p_filter: `pattern` for ILIKE or, instead of it, `wordStart` as a tsquery, `status`, `folder` (an id or `none`), `triggerType`, `ownerId`, `isArchived`, `hasErrors`.
 * p_after goes on behind a flow, where the newest come first.
 */
export const searchFlows = `
CREATE OR REPLACE FUNCTION search_flows(p_account uuid, p_workspace uuid, p_filter jsonb, p_sort text, p_after uuid,
                             p_offset integer, p_limit integer, p_cap integer, OUT ids uuid[], OUT total integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan ${ownPlans} AS $$
DECLARE
  v_where text := flow_conditions(p_filter);
  v_order text := CASE p_sort
    WHEN 'name' THEN 'lower(f.name), f.id'
    WHEN 'edited' THEN 'f.updated_at DESC, f.id DESC'
    WHEN 'entered' THEN 'coalesce(g.entered, 0) DESC, f.id DESC'
    WHEN 'completion' THEN 'g.completed::float8 / nullif(g.entered, 0) DESC NULLS LAST, f.id DESC'
    WHEN 'clicks' THEN 'g.clicked::float8 / nullif(g.sent, 0) DESC NULLS LAST, f.id DESC'
    WHEN 'lastRun' THEN 'g.last_run_at DESC NULLS LAST, f.id DESC' END;
  v_found uuid[];
BEGIN
  ids := '{}';
  total := 0;
  IF NOT is_callers_account(p_account, p_workspace) THEN RETURN; END IF;
  EXECUTE format('SELECT ARRAY(SELECT f.id FROM flow f WHERE %s LIMIT $4)', v_where)
    INTO v_found USING p_account, p_workspace, p_filter, p_cap;
  total := cardinality(v_found);
  IF v_order IS NOT NULL AND total < p_cap THEN
    EXECUTE format('SELECT ARRAY(SELECT f.id FROM flow f LEFT JOIN flow_figure g ON g.flow_id = f.id
                                 WHERE f.id = ANY ($1) ORDER BY %s OFFSET $2 LIMIT $3)', v_order)
      INTO ids USING v_found, p_offset, p_limit;
  ELSIF v_order IS NOT NULL THEN
    EXECUTE format('SELECT ARRAY(SELECT f.id FROM flow f LEFT JOIN flow_figure g ON g.flow_id = f.id
                                 WHERE %s ORDER BY %s OFFSET $4 LIMIT $5)', v_where, v_order)
      INTO ids USING p_account, p_workspace, p_filter, p_offset, p_limit;
  ELSIF total < p_cap THEN
    ids := ARRAY(SELECT f.id FROM unnest(v_found) AS f (id) WHERE p_after IS NULL OR f.id < p_after
                 ORDER BY f.id DESC OFFSET p_offset LIMIT p_limit);
  ELSE
    -- Many match: the first of them are met soon on a walk in order.
    ${walkInOrder}
    EXECUTE format('SELECT ARRAY(SELECT f.id FROM flow f WHERE %s %s ORDER BY f.id DESC OFFSET $5 LIMIT $6)', v_where,
                   CASE WHEN p_after IS NULL THEN '' ELSE 'AND f.id < $4' END)
      INTO ids USING p_account, p_workspace, p_filter, p_after, p_offset, p_limit;
  END IF;
END $$;${runsAsEngine('search_flows(uuid, uuid, jsonb, text, uuid, integer, integer, integer)')}
`;
