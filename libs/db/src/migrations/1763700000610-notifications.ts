import type { MigrationInterface, QueryRunner } from 'typeorm';

const callerWorkspaces = `ANY ((NULLIF(current_setting('app.workspace_ids', true), ''))::uuid[])`;

const table = `
-- What one member of a workspace is told: in the app (\`is_in_app\`), by mail (\`mail_status\` is set), or both. The mail is sent
-- after the commit: queued → sending (under a lease) → sent | failed | skipped (there is no mail server).
CREATE TABLE notification (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  instagram_account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('team_message', 'human_takeover', 'run_failed', 'account_error')),
  -- Says of what: a member is told of it once, however often it is written.
  dedupe_key text NOT NULL,
  reason text,
  message text,
  flow_id uuid,
  run_id uuid,
  node_id text,
  contact_id uuid REFERENCES contact (id) ON DELETE CASCADE,
  conversation_id uuid,
  is_in_app boolean NOT NULL,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  mail_status text CHECK (mail_status IN ('queued', 'sending', 'sent', 'failed', 'skipped')),
  -- When the mail may be taken: at once, after a retry's pause, or when the lease of a dead worker is over.
  mail_due_at timestamptz,
  mail_lease_id uuid,
  mail_attempts smallint NOT NULL DEFAULT 0,
  mail_error text,
  UNIQUE (user_id, dedupe_key)
);
CREATE INDEX notification_list ON notification (user_id, id DESC) WHERE is_in_app;
CREATE INDEX notification_unread ON notification (user_id) WHERE is_in_app AND read_at IS NULL;
CREATE INDEX notification_mail ON notification (mail_due_at) WHERE mail_status IN ('queued', 'sending');
CREATE INDEX notification_contact ON notification (contact_id) WHERE contact_id IS NOT NULL;

ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_app ON notification TO instaflow_app
  USING (workspace_id = ${callerWorkspaces}) WITH CHECK (workspace_id = ${callerWorkspaces});
CREATE POLICY notification_engine ON notification TO instaflow_engine USING (true) WITH CHECK (true);
`;

const telling = `
-- Tells the members of a workspace that have one of \`p_roles\`. \`p_notice\`: accountId, kind, key and what it is about.
CREATE FUNCTION notify_members(p_workspace uuid, p_roles text[], p_notice jsonb, p_is_in_app boolean, p_is_mail boolean,
                               p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH told AS (
    INSERT INTO notification (id, workspace_id, user_id, instagram_account_id, kind, dedupe_key, reason, message, flow_id,
                              run_id, node_id, contact_id, conversation_id, is_in_app, created_at, mail_status, mail_due_at)
    SELECT new_turn_id(p_now), p_workspace, m.user_id, x."accountId", x.kind, x.key, x.reason, x.message, x."flowId",
           x."runId", x."nodeId", x."contactId", x."conversationId", p_is_in_app, p_now,
           CASE WHEN p_is_mail THEN 'queued' END, CASE WHEN p_is_mail THEN p_now END
    FROM jsonb_to_record(p_notice) AS x("accountId" uuid, kind text, key text, reason text, message text, "flowId" uuid,
      "runId" uuid, "nodeId" text, "contactId" uuid, "conversationId" uuid)
    JOIN workspace_member m ON m.workspace_id = p_workspace AND m.role = ANY (p_roles)
    JOIN app_user u ON u.id = m.user_id AND u.status = 'active'
    ORDER BY m.user_id
    ON CONFLICT DO NOTHING
    RETURNING id, workspace_id, instagram_account_id, is_in_app
  ), streamed AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
    SELECT t.workspace_id, t.instagram_account_id, 'notification.created', t.id FROM told t WHERE t.is_in_app
  )
  SELECT count(*) INTO v_count FROM told;
  RETURN v_count;
END $$;

-- What the turns of winning contacts tell the team (all who may answer people) or the owners. In the transaction of apply_turns.
CREATE FUNCTION tell_team(p_notices jsonb, p_applied json, p_now timestamptz) RETURNS integer
LANGUAGE sql AS $$
  SELECT coalesce(sum(notify_members(
    (n->>'workspaceId')::uuid,
    CASE n->>'audience' WHEN 'team' THEN ARRAY['owner', 'admin', 'editor', 'agent'] ELSE ARRAY['owner'] END,
    n, (n->>'isInApp')::boolean, (n->>'isMail')::boolean, p_now)), 0)::integer
  FROM jsonb_array_elements(p_notices) AS n
  WHERE n->>'contactId' IN (SELECT json_array_elements_text(p_applied->'winners'))
$$;

-- A run failed, whoever found that out: the owners are told, once per flow and hour. Where another transaction is telling the
-- same at this moment it is left to that one: waiting for each other, two batches of turns could block each other for good.
CREATE FUNCTION tell_run_failed() RETURNS trigger
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
CREATE TRIGGER flow_run_failed_at_once AFTER INSERT ON flow_run
  FOR EACH ROW WHEN (NEW.status = 'failed') EXECUTE FUNCTION tell_run_failed();
CREATE TRIGGER flow_run_failed AFTER UPDATE OF status ON flow_run
  FOR EACH ROW WHEN (NEW.status = 'failed' AND OLD.status <> 'failed') EXECUTE FUNCTION tell_run_failed();

-- An account stopped working: those who can connect it again are told.
CREATE FUNCTION tell_account_error() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE v_now timestamptz := clock_timestamp();
BEGIN
  PERFORM notify_members(NEW.workspace_id, ARRAY['owner', 'admin'], jsonb_build_object(
    'accountId', NEW.id, 'kind', 'account_error', 'key', format('account_error/%s/%s', NEW.id, extract(epoch FROM v_now)),
    'message', NEW.status_reason), true, true, v_now);
  RETURN NULL;
END $$;
CREATE TRIGGER instagram_account_error AFTER UPDATE OF status ON instagram_account
  FOR EACH ROW WHEN (NEW.status = 'error' AND OLD.status <> 'error') EXECUTE FUNCTION tell_account_error();
`;

const mail = `
-- Takes up to \`p_limit\` mails that are due under a lease, with all that writing them takes.
CREATE FUNCTION claim_mails(p_lease uuid, p_limit integer, p_lease_ms integer, p_now timestamptz) RETURNS json
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE v_rows json;
BEGIN
  WITH due AS (
    SELECT n.id FROM notification n WHERE n.mail_status IN ('queued', 'sending') AND n.mail_due_at <= p_now
    ORDER BY n.mail_due_at LIMIT p_limit FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE notification n SET mail_status = 'sending', mail_lease_id = p_lease, mail_attempts = n.mail_attempts + 1,
      mail_due_at = p_now + p_lease_ms * interval '1 millisecond'
    FROM due d WHERE n.id = d.id
    RETURNING n.*
  )
  SELECT json_agg(json_build_object(
    'id', t.id, 'attempts', t.mail_attempts, 'address', u.email, 'kind', t.kind, 'reason', t.reason, 'message', t.message,
    'accountId', t.instagram_account_id, 'flowId', t.flow_id, 'contactId', t.contact_id,
    'conversationId', t.conversation_id, 'accountName', a.instagram_username, 'flowName', f.name))
  INTO v_rows
  FROM taken t JOIN app_user u ON u.id = t.user_id
  LEFT JOIN instagram_account a ON a.id = t.instagram_account_id
  LEFT JOIN flow f ON f.id = t.flow_id;
  RETURN coalesce(v_rows, '[]'::json);
END $$;
`;

export class Notifications1763700000610 implements MigrationInterface {
  name = 'Notifications1763700000610';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [table, telling, mail]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER flow_run_failed ON flow_run;
      DROP TRIGGER flow_run_failed_at_once ON flow_run;
      DROP TRIGGER instagram_account_error ON instagram_account;
      DROP FUNCTION claim_mails, tell_account_error, tell_run_failed, tell_team, notify_members;
      DROP TABLE notification;`);
  }
}
