import { figureColumns, sumsOf } from './figure-columns';

/** Counts hours. One statement, hence one snapshot: a difference is dropped exactly when the row it belongs to is counted. */
export const countHoursBetween = `
CREATE OR REPLACE FUNCTION count_hours_between(p_from timestamptz, p_to timestamptz) RETURNS void
LANGUAGE sql SET plan_cache_mode = force_custom_plan AS $$
WITH dropped AS (
  DELETE FROM account_hour_change d WHERE d.hour >= p_from AND d.hour < p_to
), writers AS (
  INSERT INTO account_hour_writer (instagram_account_id, hour, contact_id)
  SELECT DISTINCT m.instagram_account_id, date_trunc('hour', m."timestamp", 'UTC'), m.contact_id
  FROM message_log m
  WHERE m."timestamp" >= p_from AND m."timestamp" < p_to AND m.direction = 'inbound'
), counts AS (
  SELECT m.instagram_account_id, m.workspace_id, date_trunc('hour', m."timestamp", 'UTC') AS hour,
    count(*) FILTER (WHERE m.direction = 'inbound') AS received,
    count(*) FILTER (WHERE m.direction = 'outbound' AND m.delivery_status IN ('sent', 'delivered', 'read')) AS sent,
    count(*) FILTER (WHERE m.direction = 'outbound' AND m.is_automated
                       AND m.delivery_status IN ('sent', 'delivered', 'read')) AS automated,
    count(*) FILTER (WHERE m.direction = 'outbound' AND m.delivery_status = 'failed') AS failed,
    count(*) FILTER (WHERE m.direction = 'outbound' AND m.delivery_status = 'read') AS read,
    0::bigint AS new_contacts, 0::bigint AS flow_starts, 0::bigint AS flow_completions, 0::bigint AS open,
    0::bigint AS pending
  FROM message_log m
  WHERE m."timestamp" >= p_from AND m."timestamp" < p_to
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT c.instagram_account_id, c.workspace_id, date_trunc('hour', c.created_at, 'UTC'), 0, 0, 0, 0, 0, count(*), 0, 0,
    0, 0
  FROM contact c
  WHERE c.created_at >= p_from AND c.created_at < p_to
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT r.instagram_account_id, r.workspace_id, date_trunc('hour', r.started_at, 'UTC'), 0, 0, 0, 0, 0, 0, count(*),
    count(*) FILTER (WHERE r.status = 'completed'), 0, 0
  FROM instagram_account a
  JOIN flow_run r ON r.instagram_account_id = a.id AND r.workspace_id = a.workspace_id
    AND r.started_at >= p_from AND r.started_at < p_to
  GROUP BY 1, 2, 3
  UNION ALL
  SELECT v.instagram_account_id, v.workspace_id, date_trunc('hour', v.created_at, 'UTC'), 0, 0, 0, 0, 0, 0, 0, 0,
    count(*) FILTER (WHERE v.status = 'open'), count(*) FILTER (WHERE v.status = 'pending_human')
  FROM conversation v
  WHERE v.created_at >= p_from AND v.created_at < p_to
  GROUP BY 1, 2, 3
)
INSERT INTO account_hour (instagram_account_id, workspace_id, hour, ${figureColumns.join(', ')})
SELECT c.instagram_account_id, c.workspace_id, c.hour, ${sumsOf('c')}
FROM counts c GROUP BY 1, 2, 3
$$;
REVOKE ALL ON FUNCTION count_hours_between(timestamptz, timestamptz) FROM PUBLIC, instaflow_app;
`;
