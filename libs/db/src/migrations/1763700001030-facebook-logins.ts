import type { MigrationInterface, QueryRunner } from 'typeorm';

const logins = `
ALTER TABLE oauth_login ADD COLUMN login text NOT NULL DEFAULT 'instagram' CHECK (login IN ('instagram', 'facebook'));

-- Accounts that a login with Facebook found, until their owner has chosen. \`sealed\` holds the tokens of their Pages.
CREATE TABLE account_choice (
  id uuid PRIMARY KEY,
  browser_hash text NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  session_id uuid NOT NULL,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  sealed text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX account_choice_expires ON account_choice (expires_at);
REVOKE ALL ON account_choice FROM instaflow_app;
`;

export class FacebookLogins1763700001030 implements MigrationInterface {
  name = 'FacebookLogins1763700001030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(logins);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Accounts of Facebook logins cannot be taken back; restore a backup.'));
  }
}
