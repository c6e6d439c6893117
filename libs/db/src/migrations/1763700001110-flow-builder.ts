import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowLevelSecurity } from './row-level-security';

const tables = `
CREATE TABLE flow_folder (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  instagram_account_id uuid NOT NULL REFERENCES instagram_account (id) ON DELETE CASCADE,
  parent_folder_id uuid REFERENCES flow_folder (id),
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX flow_folder_account ON flow_folder (instagram_account_id);
CREATE INDEX flow_folder_parent ON flow_folder (parent_folder_id) WHERE parent_folder_id IS NOT NULL;
${rowLevelSecurity('flow_folder')}

-- Conversations kept with a flow: what happens, and what has to come of it.
CREATE TABLE flow_test (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL REFERENCES flow (id) ON DELETE CASCADE,
  test jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX flow_test_flow ON flow_test (flow_id, id);
${rowLevelSecurity('flow_test')}

-- Drafts that were thrown away, for 30 days.
CREATE TABLE discarded_draft (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL REFERENCES flow (id) ON DELETE CASCADE,
  definition jsonb NOT NULL,
  discarded_by_user_id uuid REFERENCES app_user (id) ON DELETE SET NULL,
  discarded_at timestamptz NOT NULL,
  kept_until timestamptz NOT NULL
);
CREATE INDEX discarded_draft_flow ON discarded_draft (flow_id, id);
CREATE INDEX discarded_draft_kept_until ON discarded_draft (kept_until);
${rowLevelSecurity('discarded_draft')}

-- Links with which anybody may try a draft; only the hash of what they hold is kept.
CREATE TABLE flow_share_link (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL REFERENCES flow (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  created_by_user_id uuid REFERENCES app_user (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX flow_share_link_flow ON flow_share_link (flow_id, id);
CREATE INDEX flow_share_link_expires ON flow_share_link (expires_at);
${rowLevelSecurity('flow_share_link')}

-- Who looks at which flow, one row per open window; worth nothing after a restart.
CREATE UNLOGGED TABLE flow_viewer (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL,
  flow_id uuid NOT NULL,
  user_id uuid NOT NULL,
  node_id text,
  seen_at timestamptz NOT NULL
) WITH (fillfactor = 50);
CREATE INDEX flow_viewer_flow ON flow_viewer (flow_id);
REVOKE ALL ON flow_viewer FROM instaflow_app;
`;

/** The texts people read: of messages, cards, buttons, questions, replies below comments. */
const searchText = `
-- Here because a column is made of it: it cannot be replaced.
CREATE FUNCTION flow_search_text(p_name text, p_description text, p_definition jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN left(p_name || E'\\n' || p_description || E'\\n' || coalesce((
  SELECT string_agg(said.text, E'\\n') FROM jsonb_array_elements_text(
    jsonb_path_query_array(p_definition, 'strict $.nodes[*].**.text ? (@.type() == "string")', '{}', true)
    || jsonb_path_query_array(p_definition, 'strict $.nodes[*].**.text[*] ? (@.type() == "string")', '{}', true)
    || jsonb_path_query_array(p_definition, 'strict $.nodes[*].**.title ? (@.type() == "string")', '{}', true)
    || jsonb_path_query_array(p_definition, 'strict $.nodes[*].**.subtitle ? (@.type() == "string")', '{}', true)
    || jsonb_path_query_array(p_definition, 'strict $.nodes[*].**.prompt ? (@.type() == "string")', '{}', true)
    || jsonb_path_query_array(p_definition, 'strict $.nodes[*].**.retryPrompt ? (@.type() == "string")', '{}', true)
    || jsonb_path_query_array(p_definition, 'strict $.nodes[*].**.message ? (@.type() == "string")', '{}', true)
    || jsonb_path_query_array(p_definition, 'strict $.nodes[*].**.messageToContact ? (@.type() == "string")', '{}', true)
  ) AS said (text)), ''), 200000);

ALTER TABLE flow
  ADD COLUMN folder_id uuid REFERENCES flow_folder (id) ON DELETE SET NULL,
  ADD COLUMN archived_at timestamptz,
  ADD COLUMN error_count integer NOT NULL DEFAULT 0,
  ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (flow_search_text(name, description, flow_definition)) STORED;
CREATE INDEX flow_folder_id ON flow (folder_id) WHERE folder_id IS NOT NULL AND deleted_at IS NULL;

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_extension e WHERE e.extname = 'pg_trgm') THEN
    EXECUTE format('CREATE INDEX flow_search ON flow USING gin (%s search_text gin_trgm_ops) WHERE deleted_at IS NULL',
      CASE WHEN EXISTS (SELECT 1 FROM pg_extension e WHERE e.extname = 'btree_gin')
           THEN 'instagram_account_id, ' ELSE '' END);
  END IF;
END $$;
`;

const down = `
DROP INDEX IF EXISTS flow_search;
ALTER TABLE flow DROP COLUMN search_text, DROP COLUMN error_count, DROP COLUMN archived_at, DROP COLUMN folder_id;
DROP FUNCTION flow_search_text;
DROP TABLE flow_viewer, flow_share_link, discarded_draft, flow_test, flow_folder;
`;

export class FlowBuilder1763700001110 implements MigrationInterface {
  name = 'FlowBuilder1763700001110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(searchText);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
