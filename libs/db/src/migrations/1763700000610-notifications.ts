import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowLevelSecurity } from './row-level-security';

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

${rowLevelSecurity('notification')}`;

export class Notifications1763700000610 implements MigrationInterface {
  name = 'Notifications1763700000610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  /** Runs and accounts tell of their failures by triggers on other tables, which would fail without this one. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER IF EXISTS flow_run_failed ON flow_run;
      DROP TRIGGER IF EXISTS flow_run_failed_at_once ON flow_run;
      DROP TRIGGER IF EXISTS instagram_account_error ON instagram_account;
      DROP TABLE notification;`);
  }
}
