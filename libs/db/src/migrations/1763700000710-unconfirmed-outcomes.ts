import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A message that was given up as uncertain has an outcome as well: nothing more will be found out about it, and a run that
 * waits for it would wait for ever. The rest of the function stays as it is, its settings too.
 */
const loading = `
DO $$
DECLARE
  v_load text := pg_get_functiondef('load_turns(uuid[])'::regprocedure);
  v_changed text;
BEGIN
  v_changed := replace(v_load, 'AND o.status IN (''sent'', ''failed'', ''cancelled'')) AS outcome',
    'AND (o.status IN (''sent'', ''failed'', ''cancelled'')
               OR (o.status = ''uncertain'' AND o.finished_at IS NOT NULL))) AS outcome');
  IF v_changed = v_load THEN
    RAISE EXCEPTION 'load_turns does not read the outcome of a message as expected';
  END IF;
  EXECUTE v_changed;
END $$;
`;

export class UnconfirmedOutcomes1763700000710 implements MigrationInterface {
  name = 'UnconfirmedOutcomes1763700000710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(loading);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The loading of turns cannot be taken back; restore a backup.'));
  }
}
