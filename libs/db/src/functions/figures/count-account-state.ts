import { runsAsEngine } from '../runs-as-engine';

/** What an account has now: contacts, and conversations that are open or wait for a person. */
export const countAccountState = `
CREATE OR REPLACE FUNCTION count_account_state(p_account uuid, p_workspace uuid, OUT contacts bigint, OUT open bigint,
                                    OUT pending bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan AS $$
DECLARE v_counted timestamptz := (SELECT f.counted_until FROM figures_position f);
BEGIN
  SELECT coalesce(sum(t.new_contacts), 0), coalesce(sum(t.open), 0), coalesce(sum(t.pending), 0)
  INTO contacts, open, pending
  FROM (
    SELECT sum(h.new_contacts) AS new_contacts, sum(h.open) AS open, sum(h.pending) AS pending
    FROM account_hour h
    WHERE h.instagram_account_id = p_account AND h.workspace_id = p_workspace
    UNION ALL
    SELECT d.new_contacts, d.open, d.pending
    FROM account_hour_change d
    WHERE d.instagram_account_id = p_account AND d.workspace_id = p_workspace AND d.hour < v_counted
    UNION ALL
    SELECT count(*), 0, 0
    FROM contact c
    WHERE c.instagram_account_id = p_account AND c.workspace_id = p_workspace AND c.created_at >= v_counted
    UNION ALL
    SELECT 0, count(*) FILTER (WHERE v.status = 'open'), count(*) FILTER (WHERE v.status = 'pending_human')
    FROM conversation v
    WHERE v.instagram_account_id = p_account AND v.workspace_id = p_workspace AND v.created_at >= v_counted
  ) t
  WHERE is_callers_account(p_account, p_workspace);
END $$;${runsAsEngine('count_account_state(uuid, uuid)')}
`;
