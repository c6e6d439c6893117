import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
-- Accounts whose comments are asked for, because webhooks do not bring them. A row is there while the setting is on.
CREATE TABLE comment_poll (
  instagram_account_id uuid PRIMARY KEY REFERENCES instagram_account (id) ON DELETE CASCADE,
  -- Comments from then on are still to be looked for.
  since timestamptz NOT NULL,
  -- When all recent posts were read last, and not only those with more comments than before.
  full_at timestamptz NOT NULL,
  -- How many comments each recent post had when it was read last.
  counts jsonb NOT NULL DEFAULT '{}',
  interval_ms integer NOT NULL,
  due_at timestamptz NOT NULL,
  -- Of the last poll: why it ended early, or null.
  reason text,
  polled_at timestamptz
);
CREATE INDEX comment_poll_due ON comment_poll (due_at);
CREATE INDEX instagram_account_polling ON instagram_account (id) WHERE settings->>'commentPolling' = 'true';
REVOKE ALL ON comment_poll FROM instaflow_app;
`;

export class CommentPolling1763700001020 implements MigrationInterface {
  name = 'CommentPolling1763700001020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX instagram_account_polling; DROP TABLE comment_poll');
  }
}
