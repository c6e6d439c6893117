import type { MigrationInterface, QueryRunner } from 'typeorm';

const dataAccess = `
-- Until when Facebook lets a Page be read without its owner having logged in again; null: not known, or no login with Facebook.
ALTER TABLE instagram_account ADD COLUMN data_access_ends_at timestamptz;
`;

export class FacebookDataAccess1763700001120 implements MigrationInterface {
  name = 'FacebookDataAccess1763700001120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(dataAccess);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE instagram_account DROP COLUMN data_access_ends_at');
  }
}
