import { isLate } from './figure-columns';

/** A run of an hour that may be counted already came, went or was completed. */
export const noteRunChange = `
CREATE OR REPLACE FUNCTION note_run_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v flow_run := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
  v_starts integer := CASE TG_OP WHEN 'INSERT' THEN 1 WHEN 'DELETE' THEN -1 ELSE 0 END;
  v_completions integer := 0;
BEGIN
  IF TG_OP <> 'DELETE' THEN v_completions := (NEW.status = 'completed')::int; END IF;
  IF TG_OP <> 'INSERT' THEN v_completions := v_completions - (OLD.status = 'completed')::int; END IF;
  INSERT INTO account_hour_change (instagram_account_id, hour, workspace_id, flow_starts, flow_completions)
  VALUES (v.instagram_account_id, date_trunc('hour', v.started_at, 'UTC'), v.workspace_id, v_starts, v_completions);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER flow_run_late AFTER INSERT ON flow_run FOR EACH ROW
  WHEN (${isLate('NEW.started_at')}) EXECUTE FUNCTION note_run_change();
CREATE OR REPLACE TRIGGER flow_run_gone AFTER DELETE ON flow_run FOR EACH ROW
  WHEN (${isLate('OLD.started_at')}) EXECUTE FUNCTION note_run_change();
CREATE OR REPLACE TRIGGER flow_run_status AFTER UPDATE OF status ON flow_run FOR EACH ROW
  WHEN ((OLD.status = 'completed') <> (NEW.status = 'completed') AND ${isLate('OLD.started_at')})
  EXECUTE FUNCTION note_run_change();
`;
