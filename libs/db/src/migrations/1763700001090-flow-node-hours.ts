import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowLevelSecurity } from './row-level-security';

const up = `
-- What happened at each node of each version in an hour, once the hour is over: counted from the turns, which stay the truth
-- for the newest hours. Outlet '' is the node itself; of an outlet, \`visits\` is how often it was taken.
CREATE TABLE flow_node_hour (
  workspace_id uuid NOT NULL,
  flow_id uuid NOT NULL REFERENCES flow (id) ON DELETE CASCADE,
  hour timestamptz NOT NULL,
  version_id uuid NOT NULL,
  node_id text NOT NULL,
  outlet text NOT NULL,
  visits bigint NOT NULL,
  sent bigint NOT NULL,
  read bigint NOT NULL,
  clicked bigint NOT NULL,
  PRIMARY KEY (flow_id, hour, version_id, node_id, outlet)
);
${rowLevelSecurity('flow_node_hour')}

-- The hours that are counted, of all flows alike.
CREATE TABLE flow_hour_count (
  hour timestamptz PRIMARY KEY,
  counted_at timestamptz NOT NULL,
  recount_at timestamptz
);
CREATE INDEX flow_hour_count_due ON flow_hour_count (recount_at) WHERE recount_at IS NOT NULL;
REVOKE INSERT, UPDATE, DELETE ON flow_node_hour, flow_hour_count FROM instaflow_app;

-- Where runs ended that did not come to their end. Runs that complete never enter it.
CREATE INDEX flow_run_dropped ON flow_run (standing_flow_id, ended_at) INCLUDE (node_id, status, workspace_id)
  WHERE status IN ('failed', 'replaced', 'taken_over', 'expired', 'cancelled');

-- Starts and completions of a flow are counted from the index alone.
CREATE INDEX flow_run_flow_status ON flow_run (flow_id, started_at) INCLUDE (workspace_id, status, flow_version_id);
DROP INDEX flow_run_flow;
`;

const down = `
CREATE INDEX flow_run_flow ON flow_run (flow_id, started_at);
DROP INDEX flow_run_flow_status;
DROP INDEX flow_run_dropped;
DROP TABLE flow_hour_count, flow_node_hour;
`;

export class FlowNodeHours1763700001090 implements MigrationInterface {
  name = 'FlowNodeHours1763700001090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
