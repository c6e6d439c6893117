import { steadyPlans } from '../plan-settings';

/**
 * Ends the run whose message could not be delivered, at that message's node; also one that had come to its end by then.
 * A run that waits for the outcome of this message decides itself, and a contact that stands in another run by now stays there.
 * What the run still had queued for the contact does not go out.
 */
export const failRunOfMessage = `
CREATE OR REPLACE FUNCTION fail_run_of_message(p_run uuid, p_contact uuid, p_node text, p_code text, p_key text) RETURNS void
LANGUAGE plpgsql ${steadyPlans} AS $$
DECLARE
  v_run flow_run;
  v_stands_elsewhere boolean;
BEGIN
  PERFORM 1 FROM contact c WHERE c.id = p_contact FOR UPDATE;
  UPDATE flow_run r
  SET status = 'failed', end_reason = p_code, ended_at = clock_timestamp(), wake_at = NULL, waiting_for = NULL,
      node_id = coalesce(p_node, r.node_id),
      state = r.state || jsonb_build_object('status', 'failed', 'reason', p_code, 'waitingFor', NULL, 'wakeAt', NULL,
        'nodeId', coalesce(p_node, r.node_id), 'endedAt', floor(extract(epoch FROM clock_timestamp()) * 1000))
  WHERE r.id = p_run AND r.status IN ('running', 'waiting', 'completed')
    AND (r.waiting_for IS DISTINCT FROM 'effect' OR r.state->'waitingFor'->>'key' IS DISTINCT FROM p_key)
  RETURNING * INTO v_run;
  IF NOT FOUND THEN RETURN; END IF;
  v_stands_elsewhere := EXISTS (
    SELECT 1 FROM flow_run o WHERE o.contact_id = p_contact AND o.status IN ('running', 'waiting'));
  UPDATE contact c
  SET version = c.version + 1,
      current_flow_id = CASE WHEN v_stands_elsewhere THEN c.current_flow_id END,
      current_flow_step_node_id = CASE WHEN v_stands_elsewhere THEN c.current_flow_step_node_id END
  WHERE c.id = p_contact;
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
  VALUES (v_run.workspace_id, v_run.instagram_account_id, 'run.updated', p_run);
  PERFORM cancel_outbound_rows(
    ARRAY(SELECT o.id FROM outbound_message o
          WHERE o.contact_id = p_contact AND o.status = 'queued' AND o.run_id = p_run AND o.is_automated),
    'run_failed', 'An earlier message of the same flow could not be delivered.');
END $$;
`;
