import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As for the other functions of the outbox: plans made while tables were still empty stay on the indexes. */
const steadyPlans = `SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_bitmapscan = off SET jit = off`;

/** As before, but a contact that stands in another run by now stays there. */
const failing = `
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

const counting = `
-- Automated messages a contact got within 24 hours or may have got, beside one that is about to leave. A message counts from
-- when it left: quiet hours and pauses hold one for up to three days after it was written.
CREATE FUNCTION count_automated_today(p_conversation uuid, p_besides uuid, p_now timestamptz) RETURNS bigint
LANGUAGE sql STABLE ${steadyPlans} AS $$
  SELECT count(*)
  FROM message_log m JOIN outbound_message o ON o.id = m.id
  WHERE m.conversation_id = p_conversation AND m."timestamp" > p_now - interval '75 hours' AND m.is_automated
    AND o.id <> p_besides AND o.status IN ('sending', 'sent', 'uncertain')
    AND (o.finished_at IS NULL OR o.finished_at > p_now - interval '24 hours')
$$;

-- The claim is changed in this one place, whatever else it does.
DO $$
DECLARE
  v_claim text := pg_get_functiondef('claim_outbound(uuid, integer, integer, uuid)'::regprocedure);
  v_changed text;
BEGIN
  v_changed := regexp_replace(v_claim, 'SELECT count\\(\\*\\) FROM message_log m\\s+WHERE [^;]*?''read''\\)',
                              'SELECT count_automated_today(t.conversation_id, t.id, v_now)');
  IF v_changed = v_claim THEN
    RAISE EXCEPTION 'claim_outbound does not count the messages of a contact as expected';
  END IF;
  EXECUTE v_changed;
END $$;
`;

export class OutcomesAndDailyLimit1763700000620 implements MigrationInterface {
  name = 'OutcomesAndDailyLimit1763700000620';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [failing, counting]) await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The claim of the outbox cannot be taken back; restore a backup.'));
  }
}
