import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowLevelSecurity } from './row-level-security';

const table = `
-- What members say about a flow or a step of it. No part of the document: versions, exports and copies go without.
-- A row without \`thread_id\` begins a thread; the columns about step and state are those of the thread.
CREATE TABLE flow_comment (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  flow_id uuid NOT NULL REFERENCES flow (id) ON DELETE CASCADE,
  thread_id uuid REFERENCES flow_comment (id) ON DELETE CASCADE,
  -- The step, by its id in the draft, and what it was: a thread outlives its step.
  node_id text,
  node_name text,
  node_type text,
  author_user_id uuid REFERENCES app_user (id) ON DELETE SET NULL,
  text text NOT NULL CHECK (char_length(text) <= 2000),
  mentioned_user_ids uuid[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  edited_at timestamptz,
  -- Can be taken back for a day; then the text is gone.
  deleted_at timestamptz,
  resolved_at timestamptz,
  resolved_by_user_id uuid REFERENCES app_user (id) ON DELETE SET NULL
);
CREATE INDEX flow_comment_threads ON flow_comment (flow_id, id) WHERE thread_id IS NULL;
CREATE INDEX flow_comment_replies ON flow_comment (thread_id, id) WHERE thread_id IS NOT NULL;
CREATE INDEX flow_comment_deleted ON flow_comment (deleted_at) WHERE deleted_at IS NOT NULL;
${rowLevelSecurity('flow_comment')}

ALTER TABLE notification
  ADD COLUMN comment_id uuid REFERENCES flow_comment (id) ON DELETE CASCADE,
  DROP CONSTRAINT notification_kind_check,
  ADD CONSTRAINT notification_kind_check CHECK (
    kind IN ('team_message', 'human_takeover', 'run_failed', 'account_error', 'flow_comment'));
CREATE INDEX notification_comment ON notification (comment_id) WHERE comment_id IS NOT NULL;
`;

const down = `
DELETE FROM notification WHERE kind = 'flow_comment';
ALTER TABLE notification
  DROP COLUMN comment_id,
  DROP CONSTRAINT notification_kind_check,
  ADD CONSTRAINT notification_kind_check CHECK (
    kind IN ('team_message', 'human_takeover', 'run_failed', 'account_error'));
DROP TABLE flow_comment;
`;

export class FlowComments1763700001200 implements MigrationInterface {
  name = 'FlowComments1763700001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
