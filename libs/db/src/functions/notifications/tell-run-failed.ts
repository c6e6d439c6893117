/**
 * A run failed, whoever found that out: the owners are told, once per flow and hour. Where another transaction is telling the
 * same at this moment it is left to that one: waiting for each other, two batches of turns could block each other for good.
 */
export const tellRunFailed = `
CREATE OR REPLACE FUNCTION tell_run_failed() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_key text := format('run_failed/%s/%s', NEW.flow_id, floor(extract(epoch FROM v_now) / 3600));
BEGIN
  IF pg_try_advisory_xact_lock(hashtextextended(v_key, 0)) THEN
    PERFORM notify_members(NEW.workspace_id, ARRAY['owner'], jsonb_build_object(
      'accountId', NEW.instagram_account_id, 'kind', 'run_failed', 'key', v_key, 'reason', NEW.end_reason,
      'flowId', NEW.flow_id, 'runId', NEW.id, 'nodeId', NEW.node_id, 'contactId', NEW.contact_id), true, true, v_now);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER flow_run_failed_at_once AFTER INSERT ON flow_run
  FOR EACH ROW WHEN (NEW.status = 'failed') EXECUTE FUNCTION tell_run_failed();
CREATE OR REPLACE TRIGGER flow_run_failed AFTER UPDATE OF status ON flow_run
  FOR EACH ROW WHEN (NEW.status = 'failed' AND OLD.status <> 'failed') EXECUTE FUNCTION tell_run_failed();
`;
