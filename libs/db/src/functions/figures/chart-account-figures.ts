import { runsAsEngine } from '../runs-as-engine';
import { isSent } from './figure-columns';

/** Figures in slots of p_interval (hour, day, week) on the clock of p_zone, in which p_slots begin; empty ones are missing. */
export const chartAccountFigures = `
CREATE OR REPLACE FUNCTION chart_account_figures(p_account uuid, p_workspace uuid, p_from timestamptz, p_until timestamptz,
                                      p_zone text, p_interval text, p_slots timestamptz[])
RETURNS TABLE (local_at timestamp, received bigint, sent bigint, new_contacts bigint, flow_starts bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  IF NOT is_callers_account(p_account, p_workspace) THEN RETURN; END IF;
  RETURN QUERY
  WITH p AS MATERIALIZED (SELECT * FROM parts_of_period(p_from, p_until, p_slots)),
  rows AS (
    SELECT h.hour AS at, h.received, h.sent, h.new_contacts, h.flow_starts
    FROM p, account_hour h
    WHERE h.instagram_account_id = p_account AND h.workspace_id = p_workspace
      AND h.hour >= p.low AND h.hour < p.high AND h.hour <> ALL (p.broken)
    UNION ALL
    SELECT d.hour, d.received, d.sent, d.new_contacts, d.flow_starts
    FROM p, account_hour_change d
    WHERE d.instagram_account_id = p_account AND d.workspace_id = p_workspace
      AND d.hour >= p.low AND d.hour < p.high AND d.hour <> ALL (p.broken)
    UNION ALL
    SELECT m."timestamp", (m.direction = 'inbound')::int, (m.direction = 'outbound')::int * ${isSent('m')}, 0, 0
    FROM p, unnest(p.begins, p.ends) AS e (at, till), message_log m
    WHERE m.instagram_account_id = p_account AND m.workspace_id = p_workspace
      AND m."timestamp" >= e.at AND m."timestamp" < e.till
    UNION ALL
    SELECT c.created_at, 0, 0, 1, 0
    FROM p, unnest(p.begins, p.ends) AS e (at, till), contact c
    WHERE c.instagram_account_id = p_account AND c.workspace_id = p_workspace
      AND c.created_at >= e.at AND c.created_at < e.till
    UNION ALL
    SELECT r.started_at, 0, 0, 0, 1
    FROM p, unnest(p.begins, p.ends) AS e (at, till), flow_run r
    WHERE r.instagram_account_id = p_account AND r.workspace_id = p_workspace
      AND r.started_at >= e.at AND r.started_at < e.till
  )
  SELECT date_trunc(p_interval, t.at AT TIME ZONE p_zone), sum(t.received), sum(t.sent), sum(t.new_contacts),
         sum(t.flow_starts)
  FROM rows t GROUP BY 1;
END $$;${runsAsEngine('chart_account_figures(uuid, uuid, timestamptz, timestamptz, text, text, timestamptz[])')}
`;
