import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counters of attempts at the doors nobody has to be signed in for, shared by all processes. The columns are those of
 * `rate-limiter-flexible`, which writes them: `expire` in milliseconds since 1970.
 */
export class LoginThrottle1763700000100 implements MigrationInterface {
  name = 'LoginThrottle1763700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE login_throttle (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      REVOKE ALL ON login_throttle FROM instaflow_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE login_throttle');
  }
}
