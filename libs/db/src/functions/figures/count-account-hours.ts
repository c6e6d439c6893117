/**
 * Counts hours that are over, at most p_hours of them, and adds differences to counted ones, at most p_changes of them.
 * Answers whether there is more to do at once. Repeatable; several callers at once do it once.
 */
export const countAccountHours = `
CREATE OR REPLACE FUNCTION count_account_hours(p_hours integer, p_changes integer) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  v_clock timestamptz := clock_timestamp();
  v_from timestamptz;
  v_to timestamptz;
  v_next timestamptz;
  v_position figures_position;
  v_taken integer;
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
    RAISE EXCEPTION 'count_account_hours has to be the first that writes in its transaction';
  END IF;
  IF NOT pg_try_advisory_xact_lock(7246012) THEN RETURN false; END IF;
  v_next := date_trunc('hour', v_clock, 'UTC') - interval '3 hours';
  SELECT * INTO v_position FROM figures_position;
  v_to := v_position.counted_until;

  IF v_position.next_until IS NULL AND v_next > v_position.counted_until THEN
    -- The id comes after the clock: whoever wrote a row before v_clock without leaving a difference has a smaller one.
    UPDATE figures_position SET next_until = v_next, next_xid = pg_current_xact_id();
  ELSIF v_position.next_xid <= pg_snapshot_xmin(pg_current_snapshot()) THEN
    v_from := v_position.counted_until;
    IF v_from = '-infinity' THEN
      SELECT coalesce(date_trunc('hour', min(found.at), 'UTC'), v_position.next_until) INTO v_from FROM (
        SELECT min(m."timestamp") AS at FROM message_log m UNION ALL SELECT min(c.created_at) FROM contact c
        UNION ALL SELECT min(r.started_at) FROM flow_run r UNION ALL SELECT min(v.created_at) FROM conversation v)
        AS found;
    END IF;
    v_from := least(v_from, v_position.next_until);
    v_to := least(v_position.next_until, v_from + p_hours * interval '1 hour');
    PERFORM count_hours_between(v_from, v_to);
    UPDATE figures_position SET counted_until = v_to,
      next_until = CASE WHEN v_to < next_until THEN next_until END,
      next_xid = CASE WHEN v_to < next_until THEN next_xid END;
  END IF;
  v_taken := add_hour_changes(v_to, p_changes);
  RETURN v_taken = p_changes OR (v_from IS NOT NULL AND v_to < v_position.next_until);
END $$;
REVOKE ALL ON FUNCTION count_account_hours(integer, integer) FROM PUBLIC, instaflow_app;
`;
