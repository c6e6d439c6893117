import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
-- The flow's own red button; \`status\` says only whether it is published.
ALTER TABLE flow ADD COLUMN paused_at timestamptz;
CREATE INDEX flow_paused ON flow (instagram_account_id) WHERE paused_at IS NOT NULL;

-- The flow a run stands in, which a \`go_to_flow\` changes. The index carries what counting people by node needs; runs that
-- walk to their end in one turn never enter it.
ALTER TABLE flow_run ADD COLUMN standing_flow_id text GENERATED ALWAYS AS (state ->> 'flowId') STORED;
CREATE INDEX flow_run_standing ON flow_run (standing_flow_id, id) INCLUDE (node_id, workspace_id)
  WHERE status IN ('running', 'waiting');
CREATE INDEX flow_run_contact ON flow_run (contact_id, id);

-- Set while the message's flow is paused. A held message stands behind all others of its lane, see hold_flow_messages.
ALTER TABLE outbound_message ADD COLUMN held_at timestamptz;
CREATE INDEX outbound_message_held ON outbound_message (held_at) WHERE held_at IS NOT NULL AND status = 'queued';
`;

export class RunOperations1763700000300 implements MigrationInterface {
  name = 'RunOperations1763700000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was paused would start again unasked; restore a backup.'));
  }
}
