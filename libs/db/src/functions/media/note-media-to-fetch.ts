/**
 * In the transaction of the message itself, so that none is forgotten. Only messages that name a file of Instagram's come
 * here: what a person sent, and what somebody of the account sent with the Instagram app.
 */
export const noteMediaToFetch = `
CREATE OR REPLACE FUNCTION note_media_to_fetch() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO media_fetch (message_id, message_at, workspace_id, instagram_account_id, contact_id)
  VALUES (NEW.id, NEW."timestamp", NEW.workspace_id, NEW.instagram_account_id, NEW.contact_id)
  ON CONFLICT (message_id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER message_media_to_fetch AFTER INSERT ON message_log FOR EACH ROW
WHEN ((NEW.direction = 'inbound' OR (NEW.mid IS NOT NULL AND NOT NEW.is_automated AND NEW.sent_by_user_id IS NULL))
  AND NEW.content ?| ARRAY['mediaUrl', 'storyUrl'])
EXECUTE FUNCTION note_media_to_fetch();
`;
