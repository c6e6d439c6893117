import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowLevelSecurity } from './row-level-security';

const tables = `
-- Files for messages, and what people sent. The bytes lie in the storage under \`storage_key\`; files of the same content share them.
CREATE TABLE media_file (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id),
  kind text NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'file')),
  file_name text NOT NULL,
  content_type text NOT NULL,
  bytes integer NOT NULL,
  storage_key text NOT NULL,
  -- Of what a person sent: whose it is and which message it belongs to. Null: uploaded by the team.
  instagram_account_id uuid,
  contact_id uuid,
  message_id uuid,
  created_by uuid,
  created_at timestamptz NOT NULL,
  -- Null while the bytes are on their way.
  stored_at timestamptz,
  -- From then on it is not there any more; row and bytes are removed by the next sweep. Null: kept.
  expires_at timestamptz
);
CREATE INDEX media_file_uploads ON media_file (workspace_id, id) WHERE message_id IS NULL;
CREATE INDEX media_file_storage_key ON media_file (storage_key);
CREATE INDEX media_file_contact ON media_file (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX media_file_message ON media_file (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX media_file_expires ON media_file (expires_at) WHERE expires_at IS NOT NULL;
${rowLevelSecurity('media_file')}
-- Messages whose media is still to be fetched from Instagram.
CREATE TABLE media_fetch (
  message_id uuid PRIMARY KEY,
  message_at timestamptz NOT NULL,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- At first at once, whatever the clocks of database and program say.
  due_at timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE INDEX media_fetch_due ON media_fetch (due_at, message_id);
REVOKE ALL ON media_fetch FROM instaflow_app;
`;

export class MediaFiles1763700001000 implements MigrationInterface {
  name = 'MediaFiles1763700001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('Stored files would be left behind without their rows; restore a backup.'),
    );
  }
}
