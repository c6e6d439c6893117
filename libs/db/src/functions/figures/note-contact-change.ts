import { isLate } from './figure-columns';

/** A contact came with an hour that may be counted already, or went. */
export const noteContactChange = `
CREATE OR REPLACE FUNCTION note_contact_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v contact := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  INSERT INTO account_hour_change (instagram_account_id, hour, workspace_id, new_contacts)
  VALUES (v.instagram_account_id, date_trunc('hour', v.created_at, 'UTC'), v.workspace_id,
          CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE -1 END);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER contact_late AFTER INSERT ON contact FOR EACH ROW
  WHEN (${isLate('NEW.created_at')}) EXECUTE FUNCTION note_contact_change();
CREATE OR REPLACE TRIGGER contact_gone AFTER DELETE ON contact FOR EACH ROW
  WHEN (${isLate('OLD.created_at')}) EXECUTE FUNCTION note_contact_change();
`;
