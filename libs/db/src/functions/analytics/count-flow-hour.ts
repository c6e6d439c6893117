/**
 * Counts one hour of all flows: the oldest that is over and not counted yet, else one that is to be counted again because what
 * became of its messages may have changed. Answers whether it did one. An hour is over 10 minutes after its end, by when
 * every turn of it is committed. It is counted anew when it is twice as old, at least daily in its first week, and no
 * more after 60 days, when reads change nothing either, or once its traces are about to be deleted (p_kept_since).
 */
export const countFlowHour = `
CREATE OR REPLACE FUNCTION count_flow_hour(p_now timestamptz, p_kept_since timestamptz) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  v_flows uuid[];
  v_hour timestamptz;
  v_age interval;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('count_flow_hour')) THEN RETURN false; END IF;
  SELECT array_agg(f.id) INTO v_flows FROM flow f;
  SELECT date_trunc('hour', min(t.at), 'UTC') INTO v_hour
  FROM unnest(v_flows) AS f(id)
  CROSS JOIN LATERAL (
    SELECT c.at FROM contact_turn c
    WHERE c.flow_id = f.id
      AND c.at >= coalesce((SELECT max(h.hour) + interval '1 hour' FROM flow_hour_count h), '-infinity')
    ORDER BY c.at LIMIT 1) t;
  IF v_hour IS NULL OR v_hour + interval '70 minutes' > p_now THEN
    SELECT h.hour INTO v_hour FROM flow_hour_count h WHERE h.recount_at <= p_now ORDER BY h.recount_at LIMIT 1;
    IF v_hour IS NULL THEN RETURN false; END IF;
    IF v_hour < p_kept_since THEN
      UPDATE flow_hour_count SET recount_at = NULL WHERE hour = v_hour;
      RETURN true;
    END IF;
  END IF;

  DELETE FROM flow_node_hour WHERE flow_id = ANY (v_flows) AND hour = v_hour;
  INSERT INTO flow_node_hour (workspace_id, flow_id, hour, version_id, node_id, outlet, visits, sent, read, clicked)
  SELECT f.workspace_id, c.flow_id, v_hour, c.version_id, c.node_id, c.outlet, c.visits, c.sent, c.read, c.clicked
  FROM count_flow_steps(v_flows, NULL, v_hour, v_hour + interval '1 hour') c JOIN flow f ON f.id = c.flow_id;
  v_age := p_now - v_hour;
  INSERT INTO flow_hour_count (hour, counted_at, recount_at)
  VALUES (v_hour, p_now, CASE
    WHEN v_age > interval '60 days' THEN NULL
    WHEN v_age < interval '8 days' THEN p_now + least(v_age, interval '1 day')
    ELSE least(p_now + v_age, v_hour + interval '61 days') END)
  ON CONFLICT (hour) DO UPDATE SET counted_at = excluded.counted_at, recount_at = excluded.recount_at;
  RETURN true;
END $$;
`;
