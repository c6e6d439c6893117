import type { MigrationInterface, QueryRunner } from 'typeorm';

const column = `
-- Set by intake when the person says STOP, until their turn has decided on it: nothing automated leaves before.
ALTER TABLE contact ADD COLUMN leaving_until timestamptz;
`;

export class PeopleWhoLeave1763700001100 implements MigrationInterface {
  name = 'PeopleWhoLeave1763700001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact DROP COLUMN leaving_until');
  }
}
