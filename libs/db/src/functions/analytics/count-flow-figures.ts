/**
 * Counts what lists show of flows (the last 30 days) and of their triggers (the last 7), for at most p_limit flows that are due:
 * those that were never counted, that somebody entered since, or whose time has come. Figures that stay the same are
 * counted after 1, 2, 4 … 60 minutes, taps hourly, as the hours they are made of. A flow whose counting takes long rests a
 * thousand times as long. Answers how many flows were counted; 0 also while another process counts.
 */
export const countFlowFigures = `
CREATE OR REPLACE FUNCTION count_flow_figures(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  v record;
  v_count integer := 0;
  v_began timestamptz;
  v_entered integer;
  v_completed integer;
  v_sent bigint;
  v_clicked bigint;
  v_taps_at timestamptz;
  v_gap interval;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('count_flow_figures')) THEN RETURN 0; END IF;
  FOR v IN
    SELECT f.id, f.workspace_id, last.started_at AS last_run_at, g.flow_id IS NOT NULL AS is_known, g.entered, g.completed,
           g.sent, g.clicked, g.last_run_at AS known_run_at, g.taps_recount_at, g.recount_at - g.counted_at AS gap
    FROM flow f LEFT JOIN flow_figure g ON g.flow_id = f.id
    LEFT JOIN LATERAL (SELECT r.started_at FROM flow_run r WHERE r.flow_id = f.id ORDER BY r.started_at DESC LIMIT 1) last
      ON true
    WHERE f.deleted_at IS NULL AND (g.flow_id IS NULL OR (g.rests_until <= p_now
      AND (g.recount_at <= p_now OR last.started_at > coalesce(g.last_run_at, '-infinity'))))
    ORDER BY g.recount_at NULLS FIRST LIMIT p_limit
  LOOP
    v_began := clock_timestamp();
    SELECT count(*), count(*) FILTER (WHERE r.status = 'completed') INTO v_entered, v_completed
    FROM flow_run r WHERE r.flow_id = v.id AND r.started_at >= p_now - interval '30 days';
    v_sent := v.sent;
    v_clicked := v.clicked;
    v_taps_at := v.taps_recount_at;
    IF v_taps_at IS NULL OR v_taps_at <= p_now THEN
      SELECT coalesce(sum(n.sent), 0), coalesce(sum(n.clicked), 0) INTO v_sent, v_clicked
      FROM flow_node_hour n
      WHERE n.flow_id = v.id AND n.hour >= p_now - interval '30 days' AND n.outlet = '';
      -- Not all flows in the same minute.
      v_taps_at := p_now + interval '50 minutes' + random() * interval '20 minutes';
    END IF;
    INSERT INTO trigger_figure AS g (trigger_id, workspace_id, hits, counted_at)
    SELECT t.id, t.workspace_id, coalesce(h.hits, 0), p_now
    FROM flow_trigger t LEFT JOIN (
      SELECT r.trigger_id, count(*) AS hits FROM flow_run r
      WHERE r.flow_id = v.id AND r.started_at >= p_now - interval '7 days' GROUP BY 1) h ON h.trigger_id = t.id
    WHERE t.flow_id = v.id
    ON CONFLICT (trigger_id) DO UPDATE SET hits = excluded.hits, counted_at = excluded.counted_at;
    v_gap := CASE
      WHEN (v_entered, v_completed, v.last_run_at) IS NOT DISTINCT FROM (v.entered, v.completed, v.known_run_at)
        THEN least(2 * v.gap, interval '1 hour')
      ELSE interval '1 minute' END;
    INSERT INTO flow_figure AS g (flow_id, workspace_id, entered, completed, sent, clicked, last_run_at, counted_at,
                                  recount_at, rests_until, taps_recount_at)
    VALUES (v.id, v.workspace_id, v_entered, v_completed, v_sent, v_clicked, v.last_run_at, p_now, p_now + v_gap,
            p_now + 1000 * (clock_timestamp() - v_began), v_taps_at)
    ON CONFLICT (flow_id) DO UPDATE SET entered = excluded.entered, completed = excluded.completed,
      sent = excluded.sent, clicked = excluded.clicked, last_run_at = excluded.last_run_at,
      counted_at = excluded.counted_at, recount_at = excluded.recount_at, rests_until = excluded.rests_until,
      taps_recount_at = excluded.taps_recount_at;
    v_count := v_count + 1;
  END LOOP;
  RETURN v_count;
END $$;
`;
