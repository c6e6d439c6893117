import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowLevelSecurity } from './row-level-security';

const accounts = `
-- How the account was connected: 'instagram' by a login, null by a pasted token. What was granted is known after a login only.
ALTER TABLE instagram_account
  ADD COLUMN login text CHECK (login IN ('instagram', 'facebook')),
  ADD COLUMN app_scoped_user_id text,
  ADD COLUMN permissions text[],
  ADD COLUMN token_issued_at timestamptz,
  -- When the token is to be renewed: by age, after a failure's pause, or when the lease of a dead worker is over.
  ADD COLUMN token_refresh_at timestamptz,
  ADD COLUMN token_refresh_attempts smallint NOT NULL DEFAULT 0,
  -- The next daily check; a fresh connection was just checked.
  ADD COLUMN doctor_at timestamptz NOT NULL DEFAULT now() + interval '1 day',
  -- What became of its webhooks at Instagram when it was disconnected.
  ADD COLUMN unsubscribe_result text;
UPDATE instagram_account SET token_issued_at = updated_at, token_refresh_at = updated_at + interval '7 days'
WHERE status <> 'disconnected' AND token_expires_at IS NOT NULL;
-- Spread over the first day, so that an installation of thousands does not ask for all of them at once.
UPDATE instagram_account SET doctor_at = now() + random() * interval '1 day' WHERE status <> 'disconnected';
CREATE INDEX instagram_account_refresh ON instagram_account (token_refresh_at) WHERE status <> 'disconnected';
CREATE INDEX instagram_account_doctor ON instagram_account (doctor_at) WHERE status <> 'disconnected';
CREATE INDEX instagram_account_app_scoped ON instagram_account (app_scoped_user_id) WHERE app_scoped_user_id IS NOT NULL;
`;

const logins = `
-- A login that was begun. The state is known by its hash only, belongs to one session in one browser, and works once.
CREATE TABLE oauth_login (
  id uuid PRIMARY KEY,
  state_hash text NOT NULL UNIQUE,
  browser_hash text NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  session_id uuid NOT NULL,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX oauth_login_expires ON oauth_login (expires_at);
REVOKE ALL ON oauth_login FROM instaflow_app;
`;

const doctor = `
CREATE TABLE doctor_report (
  instagram_account_id uuid PRIMARY KEY REFERENCES instagram_account (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL,
  state text NOT NULL,
  report jsonb NOT NULL,
  checked_at timestamptz NOT NULL
);
CREATE TABLE round_trip (
  id uuid PRIMARY KEY,
  instagram_account_id uuid NOT NULL REFERENCES instagram_account (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL,
  phrase text NOT NULL,
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  sent_at timestamptz,
  received_at timestamptz
);
CREATE INDEX round_trip_account ON round_trip (instagram_account_id, id);
${rowLevelSecurity('doctor_report')}${rowLevelSecurity('round_trip')}`;

const deletions = `
-- What Meta asked to be deleted. \`subject_id\` is kept only until it is done; \`request_hash\` recognises a repeated call.
CREATE TABLE data_deletion (
  id uuid PRIMARY KEY,
  confirmation_code text NOT NULL UNIQUE,
  request_hash text NOT NULL UNIQUE,
  subject_id text,
  state text NOT NULL CHECK (state IN ('received', 'running', 'completed', 'nothing_found')),
  requested_at timestamptz NOT NULL,
  completed_at timestamptz,
  due_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  -- Whether anything was found so far: what is erased is not found again.
  has_erased boolean NOT NULL DEFAULT false
);
CREATE INDEX data_deletion_due ON data_deletion (due_at) WHERE due_at IS NOT NULL;
REVOKE ALL ON data_deletion FROM instaflow_app;
`;

export class Connections1763700000800 implements MigrationInterface {
  name = 'Connections1763700000800';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [accounts, logins, doctor, deletions]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE data_deletion, round_trip, doctor_report, oauth_login;
      ALTER TABLE instagram_account DROP COLUMN login, DROP COLUMN app_scoped_user_id, DROP COLUMN permissions,
        DROP COLUMN token_issued_at, DROP COLUMN token_refresh_at, DROP COLUMN token_refresh_attempts,
        DROP COLUMN doctor_at, DROP COLUMN unsubscribe_result;`);
  }
}
