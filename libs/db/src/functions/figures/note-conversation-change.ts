import { isLate } from './figure-columns';

/** A conversation of an hour that may be counted already came, went or changed its state. */
export const noteConversationChange = `
CREATE OR REPLACE FUNCTION note_conversation_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v conversation := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
  v_open integer := 0;
  v_pending integer := 0;
BEGIN
  IF TG_OP <> 'DELETE' THEN
    v_open := (NEW.status = 'open')::int;
    v_pending := (NEW.status = 'pending_human')::int;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    v_open := v_open - (OLD.status = 'open')::int;
    v_pending := v_pending - (OLD.status = 'pending_human')::int;
  END IF;
  INSERT INTO account_hour_change (instagram_account_id, hour, workspace_id, open, pending)
  VALUES (v.instagram_account_id, date_trunc('hour', v.created_at, 'UTC'), v.workspace_id, v_open, v_pending);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER conversation_late AFTER INSERT ON conversation FOR EACH ROW
  WHEN (${isLate('NEW.created_at')}) EXECUTE FUNCTION note_conversation_change();
CREATE OR REPLACE TRIGGER conversation_gone AFTER DELETE ON conversation FOR EACH ROW
  WHEN (${isLate('OLD.created_at')}) EXECUTE FUNCTION note_conversation_change();
CREATE OR REPLACE TRIGGER conversation_status AFTER UPDATE OF status ON conversation FOR EACH ROW
  WHEN (OLD.status <> NEW.status AND ${isLate('OLD.created_at')}) EXECUTE FUNCTION note_conversation_change();
`;
