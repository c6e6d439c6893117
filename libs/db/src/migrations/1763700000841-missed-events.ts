import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
-- What an account may have missed while no webhook came: read again from \`since\` on, once \`due_at\` has come.
CREATE TABLE missed_events (
  instagram_account_id uuid PRIMARY KEY REFERENCES instagram_account (id) ON DELETE CASCADE,
  since timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  reason text,
  -- Of the webhooks before; what is read again is none.
  last_webhook_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX missed_events_due ON missed_events (due_at) WHERE due_at IS NOT NULL;
REVOKE ALL ON missed_events FROM instaflow_app;
`;

export class MissedEvents1763700000841 implements MigrationInterface {
  name = 'MissedEvents1763700000841';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE missed_events');
  }
}
