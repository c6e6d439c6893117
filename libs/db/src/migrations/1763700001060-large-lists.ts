import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search and tags of an account with hundreds of thousands of people. Under row-level security the planner may not look
 * into an index with an operator that could leak what it sees, and neither ILIKE nor @> is trusted not to. So functions of
 * the engine's role use these (search_contacts and search_conversations).
 */
const up = `
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['pg_trgm', 'btree_gin'] LOOP
    BEGIN
      EXECUTE format('CREATE EXTENSION IF NOT EXISTS %I', wanted);
    EXCEPTION
      -- Not on this machine, or not for this login: large accounts are searched row by row.
      WHEN feature_not_supported OR undefined_file OR insufficient_privilege THEN
        RAISE NOTICE 'There is no extension % (%).', wanted, SQLERRM;
    END;
  END LOOP;
END $$;

-- What is searched of a contact, here because an index is made of it: it cannot be replaced. The user name is kept apart by a line break, which no pattern holds.
CREATE FUNCTION contact_search_text(p_username text, p_first text, p_last text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(p_username, '') || E'\\n' || coalesce(p_first, '')
  || CASE WHEN p_first IS NOT NULL AND p_last IS NOT NULL THEN ' ' ELSE '' END || coalesce(p_last, '');

-- Partial, so that a new contact, who has neither a name nor tags, costs intake nothing.
DO $$
DECLARE
  has_trigrams boolean := EXISTS (SELECT 1 FROM pg_extension e WHERE e.extname = 'pg_trgm');
  account text := CASE WHEN EXISTS (SELECT 1 FROM pg_extension e WHERE e.extname = 'btree_gin')
                       THEN 'instagram_account_id, ' ELSE '' END;
BEGIN
  EXECUTE format($index$CREATE INDEX contact_tags ON contact USING gin (%s tags) WHERE tags <> '{}'$index$, account);
  IF has_trigrams THEN
    EXECUTE format($index$CREATE INDEX contact_search ON contact USING gin
      (%s contact_search_text(instagram_username, first_name, last_name) gin_trgm_ops)
      WHERE coalesce(instagram_username, first_name, last_name) IS NOT NULL$index$, account);
  END IF;
END $$;
`;

const down = `
DROP INDEX IF EXISTS contact_search;
DROP INDEX contact_tags;
DROP FUNCTION contact_search_text;
`;

export class LargeLists1763700001060 implements MigrationInterface {
  name = 'LargeLists1763700001060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
