import { runsAsEngine } from '../runs-as-engine';
import { columnsOfPeriod, countsOfMessage } from './figure-columns';

/** The figures of an account in a period, without what is true of now only. */
export const sumAccountFigures = `
CREATE OR REPLACE FUNCTION sum_account_figures(p_account uuid, p_workspace uuid, p_from timestamptz, p_until timestamptz)
RETURNS TABLE (received bigint, sent bigint, automated bigint, failed bigint, read bigint, new_contacts bigint,
               flow_starts bigint, flow_completions bigint, active bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  IF NOT is_callers_account(p_account, p_workspace) THEN
    RETURN QUERY SELECT ${[...columnsOfPeriod, 'active'].map(() => '0::bigint').join(', ')};
    RETURN;
  END IF;
  RETURN QUERY
  WITH p AS MATERIALIZED (SELECT * FROM parts_of_period(p_from, p_until, '{}')),
  hours AS (
    SELECT h.received, h.sent, h.automated, h.failed, h.read, h.new_contacts, h.flow_starts, h.flow_completions
    FROM p, account_hour h
    WHERE h.instagram_account_id = p_account AND h.workspace_id = p_workspace AND h.hour >= p.low AND h.hour < p.high
  ), changes AS MATERIALIZED (
    SELECT d.* FROM p, account_hour_change d
    WHERE d.instagram_account_id = p_account AND d.workspace_id = p_workspace AND d.hour >= p.low AND d.hour < p.high
  ), rest AS MATERIALIZED (
    SELECT m.direction, m.delivery_status, m.is_automated, m.contact_id
    FROM p, unnest(p.begins, p.ends) AS e (at, till), message_log m
    WHERE m.instagram_account_id = p_account AND m.workspace_id = p_workspace
      AND m."timestamp" >= e.at AND m."timestamp" < e.till
  ), rows AS (
    SELECT * FROM hours
    UNION ALL
    SELECT d.received, d.sent, d.automated, d.failed, d.read, d.new_contacts, d.flow_starts, d.flow_completions
    FROM changes d
    UNION ALL
    SELECT ${countsOfMessage('r', 1)}, 0, 0, 0 FROM rest r
    UNION ALL
    SELECT 0, 0, 0, 0, 0, 1, 0, 0
    FROM p, unnest(p.begins, p.ends) AS e (at, till), contact c
    WHERE c.instagram_account_id = p_account AND c.workspace_id = p_workspace
      AND c.created_at >= e.at AND c.created_at < e.till
    UNION ALL
    SELECT 0, 0, 0, 0, 0, 0, 1, (r.status = 'completed')::int
    FROM p, unnest(p.begins, p.ends) AS e (at, till), flow_run r
    WHERE r.instagram_account_id = p_account AND r.workspace_id = p_workspace
      AND r.started_at >= e.at AND r.started_at < e.till
  )
  SELECT ${columnsOfPeriod.map((column) => `coalesce(sum(t.${column}), 0)`).join(', ')},
    (SELECT count(DISTINCT w.contact_id) FROM (
       SELECT w.contact_id FROM p, account_hour_writer w
       WHERE w.instagram_account_id = p_account AND w.hour >= p.low AND w.hour < p.high
         -- Gone, and not taken out of the hour yet.
         AND (w.hour, w.contact_id) NOT IN (
           SELECT d.hour, d.contact_id FROM changes d WHERE d.received < 0 AND d.contact_id IS NOT NULL)
       UNION ALL SELECT d.contact_id FROM changes d WHERE d.received > 0
       UNION ALL SELECT r.contact_id FROM rest r WHERE r.direction = 'inbound') w)
  FROM rows t;
END $$;${runsAsEngine('sum_account_figures(uuid, uuid, timestamptz, timestamptz)')}
`;
