/** An account stopped working: those who can connect it again are told. */
export const tellAccountError = `
CREATE OR REPLACE FUNCTION tell_account_error() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE v_now timestamptz := clock_timestamp();
BEGIN
  PERFORM notify_members(NEW.workspace_id, ARRAY['owner', 'admin'], jsonb_build_object(
    'accountId', NEW.id, 'kind', 'account_error', 'key', format('account_error/%s/%s', NEW.id, extract(epoch FROM v_now)),
    'message', NEW.status_reason), true, true, v_now);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER instagram_account_error AFTER UPDATE OF status ON instagram_account
  FOR EACH ROW WHEN (NEW.status = 'error' AND OLD.status <> 'error') EXECUTE FUNCTION tell_account_error();
`;
