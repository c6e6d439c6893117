import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One or two letters have no trigram: they are found as beginnings of words. */
const up = `
DO $$
BEGIN
  EXECUTE format($index$CREATE INDEX flow_words ON flow USING gin
      (%s to_tsvector('simple'::regconfig, left(search_text, 50000))) WHERE deleted_at IS NULL$index$,
    CASE WHEN EXISTS (SELECT 1 FROM pg_extension e WHERE e.extname = 'btree_gin')
         THEN 'instagram_account_id, ' ELSE '' END);
END $$;
`;

export class FlowWordStarts1763700001140 implements MigrationInterface {
  name = 'FlowWordStarts1763700001140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX flow_words');
  }
}
