import { runsAsEngine } from '../runs-as-engine';
import { ownPlans, walkInOrder } from './walk-in-order';

/** One page of the contacts that match, the newest first, and how many do, counted up to p_cap. */
export const searchContacts = `
CREATE OR REPLACE FUNCTION search_contacts(p_account uuid, p_workspace uuid, p_pattern text, p_tag text, p_after uuid,
                                p_offset integer, p_limit integer, p_cap integer, OUT ids uuid[], OUT total integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan ${ownPlans} AS $$
DECLARE
  v_where text := contact_conditions(p_pattern, p_tag);
  v_found uuid[];
BEGIN
  ids := '{}';
  total := 0;
  IF NOT is_callers_account(p_account, p_workspace) THEN RETURN; END IF;
  EXECUTE format('SELECT ARRAY(SELECT c.id FROM contact c WHERE %s LIMIT $5)', v_where)
    INTO v_found USING p_account, p_workspace, p_pattern, p_tag, p_cap;
  total := cardinality(v_found);
  -- The planner cannot tell how many hold a pattern: few are sorted, of many the first are met on a walk in order.
  IF total < p_cap THEN
    ids := ARRAY(SELECT f.id FROM unnest(v_found) AS f (id) WHERE p_after IS NULL OR f.id < p_after
                 ORDER BY f.id DESC OFFSET p_offset LIMIT p_limit);
    RETURN;
  END IF;
  ${walkInOrder}
  EXECUTE format('SELECT ARRAY(SELECT c.id FROM contact c WHERE %s %s ORDER BY c.id DESC OFFSET $6 LIMIT $7)', v_where,
                 CASE WHEN p_after IS NULL THEN '' ELSE 'AND c.id < $5' END)
    INTO ids USING p_account, p_workspace, p_pattern, p_tag, p_after, p_offset, p_limit;
END $$;${runsAsEngine('search_contacts(uuid, uuid, text, text, uuid, integer, integer, integer)')}
`;
