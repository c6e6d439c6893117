import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Turns are loaded by their contacts since; see `load_due_turns`. */
const loading = `
DROP FUNCTION IF EXISTS load_turns(smallint, uuid[], uuid[], integer, timestamptz);
`;

/** The tail of changes is only read in its own order: one index of three is enough. */
const tail = `
DROP INDEX realtime_event_created;
DROP INDEX realtime_event_tail;
ALTER TABLE realtime_event DROP CONSTRAINT realtime_event_pkey;
ALTER TABLE realtime_event ADD PRIMARY KEY (xid, id);
`;

export class TurnBatches1763700000010 implements MigrationInterface {
  name = 'TurnBatches1763700000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [loading, tail]) await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The indexes of the tail cannot be taken back; restore a backup.'));
  }
}
