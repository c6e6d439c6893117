import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowLevelSecurity } from './row-level-security';

const up = `
ALTER TABLE flow
  ADD COLUMN created_by_user_id uuid REFERENCES app_user (id) ON DELETE SET NULL,
  ADD COLUMN edited_by_user_id uuid REFERENCES app_user (id) ON DELETE SET NULL;

-- What lists of flows show of the last 30 days, counted from runs and counted hours, which stay the truth.
CREATE TABLE flow_figure (
  flow_id uuid PRIMARY KEY REFERENCES flow (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL,
  entered integer NOT NULL,
  completed integer NOT NULL,
  sent bigint NOT NULL DEFAULT 0,
  clicked bigint NOT NULL DEFAULT 0,
  last_run_at timestamptz,
  counted_at timestamptz NOT NULL,
  -- Of figures that do not change the next count comes ever later.
  recount_at timestamptz NOT NULL,
  -- Whatever happens, not before: a flow that takes long to count is counted less often.
  rests_until timestamptz NOT NULL,
  taps_recount_at timestamptz NOT NULL
) WITH (fillfactor = 70);
${rowLevelSecurity('flow_figure')}

-- How often each trigger started its flow in the last 7 days.
CREATE TABLE trigger_figure (
  trigger_id uuid PRIMARY KEY REFERENCES flow_trigger (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL,
  hits integer NOT NULL,
  counted_at timestamptz NOT NULL
) WITH (fillfactor = 70);
${rowLevelSecurity('trigger_figure')}
REVOKE INSERT, UPDATE, DELETE ON flow_figure, trigger_figure FROM instaflow_app;

-- They are given a filter instead of one value for each.
DROP FUNCTION IF EXISTS search_flows(uuid, uuid, text, text, uuid, boolean, uuid, integer, integer, integer);
DROP FUNCTION IF EXISTS flow_conditions(text, text, uuid, boolean);
`;

const down = `
DROP FUNCTION IF EXISTS search_flows(uuid, uuid, jsonb, text, uuid, integer, integer, integer);
DROP FUNCTION IF EXISTS flow_conditions(jsonb);
DROP TABLE trigger_figure, flow_figure;
ALTER TABLE flow DROP COLUMN edited_by_user_id, DROP COLUMN created_by_user_id;
`;

export class FlowFigures1763700001130 implements MigrationInterface {
  name = 'FlowFigures1763700001130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
