import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row: when a webhook with a wrong signature came last. Whose it was cannot be told, because nothing in it is believed. */
const table = `
CREATE TABLE webhook_refusal (
  id smallint PRIMARY KEY CHECK (id = 1),
  at timestamptz NOT NULL
);
REVOKE ALL ON webhook_refusal FROM instaflow_app;
`;

export class WebhookRefusals1763700000810 implements MigrationInterface {
  name = 'WebhookRefusals1763700000810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_refusal');
  }
}
