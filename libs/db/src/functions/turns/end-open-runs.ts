/** Ends the open runs of these contacts with one reason. */
export const endOpenRuns = `
CREATE OR REPLACE FUNCTION end_open_runs(p_contacts uuid[], p_status text, p_reason text, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH ended AS (
    UPDATE flow_run r SET status = p_status, end_reason = p_reason, ended_at = p_now, waiting_for = NULL, wake_at = NULL,
      state = r.state || jsonb_build_object('status', p_status, 'reason', p_reason, 'waitingFor', NULL, 'wakeAt', NULL,
                                            'updatedAt', to_ms(p_now), 'endedAt', to_ms(p_now))
    WHERE r.contact_id = ANY (p_contacts) AND r.status IN ('running', 'waiting')
    RETURNING r.workspace_id, r.instagram_account_id, r.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
    SELECT workspace_id, instagram_account_id, 'run.updated', id FROM ended
  )
  SELECT count(*) INTO v_count FROM ended;
  UPDATE contact c SET current_flow_id = NULL, current_flow_step_node_id = NULL, flow_context = '{}', updated_at = p_now
  WHERE c.id = ANY (p_contacts) AND c.current_flow_id IS NOT NULL;
  RETURN v_count;
END $$;
`;
