import { countsOfMessage, isLate } from './figure-columns';

const noteMessage = (row: string, sign: 1 | -1, contact: string) => `
    INSERT INTO account_hour_change (instagram_account_id, hour, workspace_id, contact_id, received, sent, automated,
                                     failed, read)
    SELECT ${row}.instagram_account_id, date_trunc('hour', ${row}."timestamp", 'UTC'), ${row}.workspace_id, ${contact},
    ${countsOfMessage(row, sign)};`;

/** What a change of a message makes of the counts of its hour, which may be counted already. */
export const noteMessageChange = `
CREATE OR REPLACE FUNCTION note_message_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN ${noteMessage('NEW', 1, `CASE WHEN NEW.direction = 'inbound' THEN NEW.contact_id END`)}
  ELSIF TG_OP = 'DELETE' THEN ${noteMessage('OLD', -1, `CASE WHEN OLD.direction = 'inbound' THEN OLD.contact_id END`)}
  ELSE ${noteMessage('OLD', -1, 'NULL')}${noteMessage('NEW', 1, 'NULL')}
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER message_log_late AFTER INSERT ON message_log FOR EACH ROW
  WHEN (${isLate('NEW."timestamp"')}) EXECUTE FUNCTION note_message_change();
CREATE OR REPLACE TRIGGER message_log_gone AFTER DELETE ON message_log FOR EACH ROW
  WHEN (${isLate('OLD."timestamp"')}) EXECUTE FUNCTION note_message_change();
CREATE OR REPLACE TRIGGER message_log_status AFTER UPDATE OF delivery_status ON message_log FOR EACH ROW
  WHEN (OLD.delivery_status <> NEW.delivery_status AND ${isLate('OLD."timestamp"')})
  EXECUTE FUNCTION note_message_change();
`;
