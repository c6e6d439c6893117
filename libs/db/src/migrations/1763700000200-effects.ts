import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowLevelSecurity } from './row-level-security';

const table = `
-- What runs asked of the outside and wait for: requested → running (under a lease) → done | failed | cancelled.
-- \`due_at\` is when it may be taken: at once, after a retry's pause, or when the lease of a dead worker is over.
CREATE TABLE flow_effect (
  key text PRIMARY KEY,
  workspace_id uuid NOT NULL,
  instagram_account_id uuid NOT NULL,
  contact_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  run_id uuid NOT NULL,
  node_id text NOT NULL,
  kind text NOT NULL,
  -- Emptied when it is over: headers carry keys, and bodies what people wrote.
  request jsonb NOT NULL,
  status text NOT NULL DEFAULT 'requested' CHECK (status IN
    ('requested', 'running', 'done', 'failed', 'cancelled')),
  reason text,
  due_at timestamptz NOT NULL,
  lease_ms integer NOT NULL,
  lease_id uuid,
  -- How often it was taken, and how many of these ended with a failure worth a retry.
  attempts smallint NOT NULL DEFAULT 0,
  failures smallint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
) WITH (fillfactor = 70);
CREATE INDEX flow_effect_due ON flow_effect (due_at) WHERE status IN ('requested', 'running');
CREATE INDEX flow_effect_finished ON flow_effect (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX flow_effect_contact ON flow_effect (contact_id);

${rowLevelSecurity('flow_effect')}REVOKE ALL ON flow_effect FROM instaflow_app;
GRANT SELECT (key, workspace_id, instagram_account_id, contact_id, run_id, node_id, kind, status, reason, due_at,
              attempts, failures, created_at, finished_at) ON flow_effect TO instaflow_app;
`;

export class Effects1763700000200 implements MigrationInterface {
  name = 'Effects1763700000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE flow_effect');
  }
}
