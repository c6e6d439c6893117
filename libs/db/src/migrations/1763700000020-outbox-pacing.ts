import type { MigrationInterface, QueryRunner } from 'typeorm';

const installation = `
-- What may leave the whole installation per second, whatever its accounts may: Meta counts some limits per app.
CREATE TABLE installation_pacing (
  is_only_row boolean PRIMARY KEY DEFAULT true CHECK (is_only_row),
  messages_per_second double precision NOT NULL DEFAULT 1000 CHECK (messages_per_second > 0),
  tokens double precision NOT NULL DEFAULT 1000,
  refilled_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 10);
INSERT INTO installation_pacing DEFAULT VALUES;
REVOKE ALL ON installation_pacing FROM instaflow_app;
`;

/**
 * Every new row of these would lock its account's row for a moment, the same one for all. Accounts are never deleted
 * while they have contacts: they are disconnected.
 */
const references = `
ALTER TABLE contact DROP CONSTRAINT contact_instagram_account_id_fkey;
ALTER TABLE conversation DROP CONSTRAINT conversation_instagram_account_id_fkey;
`;

/** What they answer or are given has changed. */
const settling = `
DROP FUNCTION IF EXISTS fail_run_of_message(uuid, uuid, text, text);
DROP FUNCTION IF EXISTS finish_outbound(jsonb, jsonb);
`;

export class OutboxPacing1763700000020 implements MigrationInterface {
  name = 'OutboxPacing1763700000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [installation, references, settling]) await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The pace of the installation cannot be taken back; restore a backup.'));
  }
}
