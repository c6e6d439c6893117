import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts of an account per hour. An hour is counted once, some hours after it ended, from the messages, contacts and runs
 * themselves; whatever changes them later leaves a difference in the same transaction. So the counts of the past plus the
 * differences plus the rows of the hours not counted yet always equal what reading every row would give, and what arrives
 * now pays for the check of one condition.
 */
const up = `
CREATE TABLE account_hour (
  instagram_account_id uuid NOT NULL,
  hour timestamptz NOT NULL,
  workspace_id uuid NOT NULL,
  received integer NOT NULL DEFAULT 0,
  sent integer NOT NULL DEFAULT 0,
  automated integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  read integer NOT NULL DEFAULT 0,
  new_contacts integer NOT NULL DEFAULT 0,
  flow_starts integer NOT NULL DEFAULT 0,
  flow_completions integer NOT NULL DEFAULT 0,
  -- Of the conversations begun in this hour, those in this state now.
  open integer NOT NULL DEFAULT 0,
  pending integer NOT NULL DEFAULT 0,
  PRIMARY KEY (instagram_account_id, hour)
);

-- Who wrote in a counted hour: people are counted once in a period, so their number cannot be added up.
CREATE TABLE account_hour_writer (
  instagram_account_id uuid NOT NULL,
  hour timestamptz NOT NULL,
  contact_id uuid NOT NULL,
  PRIMARY KEY (instagram_account_id, hour, contact_id)
);

-- Differences to the hours, only ever added to, so that nobody waits for anybody. contact_id: who wrote, or is gone.
CREATE TABLE account_hour_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instagram_account_id uuid NOT NULL,
  hour timestamptz NOT NULL,
  workspace_id uuid NOT NULL,
  contact_id uuid,
  received integer NOT NULL DEFAULT 0,
  sent integer NOT NULL DEFAULT 0,
  automated integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  read integer NOT NULL DEFAULT 0,
  new_contacts integer NOT NULL DEFAULT 0,
  flow_starts integer NOT NULL DEFAULT 0,
  flow_completions integer NOT NULL DEFAULT 0,
  open integer NOT NULL DEFAULT 0,
  pending integer NOT NULL DEFAULT 0
);
CREATE INDEX account_hour_change_account ON account_hour_change (instagram_account_id, hour);

-- Hours before counted_until are counted. next_until is counted next, once every transaction before next_xid has ended.
CREATE TABLE figures_position (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  counted_until timestamptz NOT NULL DEFAULT '-infinity',
  next_until timestamptz,
  next_xid xid8
);
INSERT INTO figures_position DEFAULT VALUES;
REVOKE ALL ON account_hour, account_hour_writer, account_hour_change, figures_position FROM instaflow_app;

-- People lie on disk nearly in the order of their creation.
CREATE INDEX contact_created ON contact USING brin (created_at) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX conversation_created ON conversation USING brin (created_at) WITH (pages_per_range = 16, autosummarize = on);
`;

const down = `
DROP TABLE figures_position, account_hour_change, account_hour_writer, account_hour;
DROP INDEX contact_created, conversation_created;
`;

export class AccountFigures1763700001061 implements MigrationInterface {
  name = 'AccountFigures1763700001061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
