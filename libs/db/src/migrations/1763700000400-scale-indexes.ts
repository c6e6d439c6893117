import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists and totals of an account with hundreds of thousands of people are answered from the indexes alone, which is why they
 * begin with both columns that every such query names and that row-level security looks at.
 */
const up = `
CREATE INDEX contact_list ON contact (instagram_account_id, workspace_id, id)
  INCLUDE (instagram_username, first_name, last_name, created_at);
DROP INDEX contact_account;

CREATE INDEX conversation_list ON conversation (instagram_account_id, workspace_id, last_message_at DESC, id DESC)
  INCLUDE (status, unread_count, assigned_agent_id, contact_id);
DROP INDEX conversation_account;

-- Runs of an account were found by reading all runs of the installation.
CREATE INDEX flow_run_account ON flow_run (instagram_account_id, workspace_id, started_at) INCLUDE (status);
`;

const down = `
DROP INDEX flow_run_account;
CREATE INDEX conversation_account ON conversation (instagram_account_id, last_message_at DESC, id DESC);
DROP INDEX conversation_list;
CREATE INDEX contact_account ON contact (instagram_account_id, id);
DROP INDEX contact_list;
`;

export class ScaleIndexes1763700000400 implements MigrationInterface {
  name = 'ScaleIndexes1763700000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
