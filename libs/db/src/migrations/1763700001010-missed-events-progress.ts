import type { MigrationInterface, QueryRunner } from 'typeorm';

const progress = `
ALTER TABLE missed_events
  -- Of the reading under way, or the last one: how much was read, and how much of it no webhook had brought.
  ADD COLUMN events_read integer NOT NULL DEFAULT 0,
  ADD COLUMN events_found integer NOT NULL DEFAULT 0,
  DROP CONSTRAINT missed_events_state_check,
  ADD CONSTRAINT missed_events_state_check
    CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
`;

export class MissedEventsProgress1763700001010 implements MigrationInterface {
  name = 'MissedEventsProgress1763700001010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(progress);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE missed_events DROP COLUMN events_read, DROP COLUMN events_found');
  }
}
