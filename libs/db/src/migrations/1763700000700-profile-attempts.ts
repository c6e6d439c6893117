import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A profile that was refused (the person had only commented) or could not be had is asked for again: turns say whom to
 * ask until there is a profile, and how often that was in vain. The rest of the function stays as it is, its settings too.
 */
const loading = `
DO $$
DECLARE
  v_load text := pg_get_functiondef('load_turns(uuid[])'::regprocedure);
  v_changed text;
BEGIN
  v_changed := replace(v_load, '''profileTarget'', CASE WHEN c.profile_fetched_at IS NULL AND c.profile_attempts = 0 THEN',
    '''profileAttempts'', c.profile_attempts,
      ''profileTarget'', CASE WHEN c.profile_fetched_at IS NULL AND c.profile_attempts < 20 THEN');
  IF v_changed = v_load THEN
    RAISE EXCEPTION 'load_turns does not name the target of a profile as expected';
  END IF;
  EXECUTE v_changed;
END $$;
`;

export class ProfileAttempts1763700000700 implements MigrationInterface {
  name = 'ProfileAttempts1763700000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(loading);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The loading of turns cannot be taken back; restore a backup.'));
  }
}
