import type { MigrationInterface, QueryRunner } from 'typeorm';

const callerWorkspaces = `ANY ((NULLIF(current_setting('app.workspace_ids', true), ''))::uuid[])`;

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

ALTER TABLE flow_effect ENABLE ROW LEVEL SECURITY;
ALTER TABLE flow_effect FORCE ROW LEVEL SECURITY;
CREATE POLICY flow_effect_app ON flow_effect TO instaflow_app
  USING (workspace_id = ${callerWorkspaces}) WITH CHECK (workspace_id = ${callerWorkspaces});
CREATE POLICY flow_effect_engine ON flow_effect TO instaflow_engine USING (true) WITH CHECK (true);
REVOKE ALL ON flow_effect FROM instaflow_app;
GRANT SELECT (key, workspace_id, instagram_account_id, contact_id, run_id, node_id, kind, status, reason, due_at,
              attempts, failures, created_at, finished_at) ON flow_effect TO instaflow_app;
`;

const functions = `
-- Writes what the turns of winning contacts ask of the outside; in the transaction of apply_turns, whose answer is
-- \`p_applied\`. A key that is there already is left alone.
CREATE FUNCTION request_effects(p_effects jsonb, p_applied json, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  INSERT INTO flow_effect (key, workspace_id, instagram_account_id, contact_id, run_id, node_id, kind, request, due_at,
                           lease_ms, created_at)
  SELECT e.key, e."workspaceId", e."accountId", e."contactId", e."runId", e."nodeId", e.kind, e.request, p_now,
         e."leaseMs", p_now
  FROM jsonb_to_recordset(p_effects) AS e(key text, "workspaceId" uuid, "accountId" uuid, "contactId" uuid,
    "runId" uuid, "nodeId" text, kind text, request jsonb, "leaseMs" integer)
  WHERE e."contactId" IN (SELECT w.id::uuid FROM json_array_elements_text(p_applied->'winners') AS w(id))
  ORDER BY e.key
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;

-- Takes up to \`p_limit\` effects that are due, at most \`p_per_account\` of one account and none of \`p_busy\`. What no
-- run waits for any more is cancelled instead.
CREATE FUNCTION claim_effects(p_lease uuid, p_limit integer, p_per_account integer, p_busy uuid[], p_now timestamptz)
RETURNS json
LANGUAGE plpgsql SET enable_seqscan = off SET jit = off AS $$
DECLARE v_rows json;
BEGIN
  WITH due AS (
    SELECT ranked.key FROM (
      SELECT d.key, d.due_at, row_number() OVER (PARTITION BY d.instagram_account_id ORDER BY d.due_at, d.key) AS place
      FROM (
        SELECT o.key, o.due_at, o.instagram_account_id FROM flow_effect o
        WHERE o.status IN ('requested', 'running') AND o.due_at <= p_now
          AND o.instagram_account_id <> ALL (p_busy)
        ORDER BY o.due_at LIMIT 1000) d) ranked
    WHERE ranked.place <= p_per_account
    ORDER BY ranked.place, ranked.due_at LIMIT p_limit
  ), locked AS (
    SELECT f.key, EXISTS (
      SELECT 1 FROM flow_run r
      WHERE r.id = f.run_id AND r.status = 'waiting' AND r.waiting_for = 'effect'
        AND r.state->'waitingFor'->>'key' = f.key) AS is_awaited
    FROM flow_effect f
    WHERE f.key IN (SELECT due.key FROM due) AND f.status IN ('requested', 'running') AND f.due_at <= p_now
    FOR UPDATE OF f SKIP LOCKED
  ), claimed AS (
    UPDATE flow_effect f SET
      status = CASE WHEN l.is_awaited THEN 'running' ELSE 'cancelled' END,
      reason = CASE WHEN l.is_awaited THEN NULL ELSE 'run_moved_on' END,
      request = CASE WHEN l.is_awaited THEN f.request ELSE '{}' END,
      finished_at = CASE WHEN l.is_awaited THEN NULL ELSE p_now END,
      lease_id = p_lease,
      due_at = p_now + f.lease_ms * interval '1 millisecond',
      attempts = f.attempts + 1
    FROM locked l WHERE f.key = l.key
    RETURNING f.*
  )
  SELECT json_agg(json_build_object(
      'key', c.key, 'accountId', c.instagram_account_id, 'contactId', c.contact_id, 'runId', c.run_id, 'kind', c.kind,
      'request', c.request, 'lease', c.lease_id, 'attempts', c.attempts, 'failures', c.failures))
    INTO v_rows FROM claimed c WHERE c.status = 'running';
  RETURN coalesce(v_rows, '[]'::json);
END $$;

-- Ends an effect and tells its contact: the result becomes an event like any other. Null when the lease was lost.
CREATE FUNCTION finish_effect(p_key text, p_lease uuid, p_status text, p_reason text, p_event_id uuid, p_event jsonb,
                              p_now timestamptz) RETURNS smallint
LANGUAGE plpgsql AS $$
DECLARE
  v_effect flow_effect;
BEGIN
  UPDATE flow_effect f SET status = p_status, reason = p_reason, request = '{}', finished_at = p_now
  WHERE f.key = p_key AND f.lease_id = p_lease AND f.status = 'running'
  RETURNING * INTO v_effect;
  IF v_effect.key IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO inbound_event (id, workspace_id, instagram_account_id, contact_id, dedupe_key, kind, platform_at, raw,
                             event, received_at)
  VALUES (p_event_id, v_effect.workspace_id, v_effect.instagram_account_id, v_effect.contact_id, 'effect:' || p_key,
          'effect_result', p_now, '{}', p_event, p_now)
  ON CONFLICT DO NOTHING;
  INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at)
  VALUES (v_effect.contact_id, v_effect.workspace_id, v_effect.instagram_account_id,
          contact_shard(v_effect.contact_id), p_now)
  ON CONFLICT (contact_id) DO UPDATE SET wake_at = least(w.wake_at, excluded.wake_at), seq = excluded.seq;
  RETURN contact_shard(v_effect.contact_id);
END $$;
`;

export class Effects1763700000200 implements MigrationInterface {
  name = 'Effects1763700000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(functions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION finish_effect, claim_effects, request_effects');
    await runner.query('DROP TABLE flow_effect');
  }
}
