/** What a person took back goes with everything that was fetched for it, whatever the clock of the database says. */
export const expireMediaOfMessage = `
CREATE OR REPLACE FUNCTION expire_media_of_message() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE media_file SET expires_at = '-infinity' WHERE message_id = NEW.id;
  DELETE FROM media_fetch WHERE message_id = NEW.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER message_media_taken_back AFTER UPDATE OF type ON message_log FOR EACH ROW
WHEN (NEW.type = 'deleted' AND OLD.type <> 'deleted')
EXECUTE FUNCTION expire_media_of_message();
`;
