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

/** As before, but a paused flow counts as paused, and says so also to the people who stand in it (\`isHeld\`). */
const accounts = `
CREATE OR REPLACE FUNCTION load_accounts(p_accounts uuid[]) RETURNS json
LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_agg(json_build_object(
    'accountId', a.id,
    'revision', coalesce((SELECT r.revision FROM account_revision r WHERE r.instagram_account_id = a.id), 0),
    'username', a.instagram_username, 'settings', a.settings, 'status', a.status,
    'pausedAt', to_ms(coalesce(a.paused_at, a.disconnected_at)),
    'triggers', coalesce((
      SELECT json_agg(json_build_object(
        'id', t.id, 'flowId', t.flow_id, 'type', t.type, 'keyword', t.keyword, 'match', t.match,
        'excludeKeywords', t.exclude_keywords, 'priority', t.priority,
        'oncePerContactHours', t.once_per_contact_hours, 'postPermalink', t.post_permalink,
        'publicReplies', t.public_replies, 'isActive', t.status = 'active', 'createdAt', to_ms(t.created_at))
        ORDER BY t.created_at, t.id)
      FROM flow_trigger t JOIN flow f ON f.id = t.flow_id
      WHERE t.instagram_account_id = a.id AND f.deleted_at IS NULL), '[]'::json),
    'flows', coalesce((
      SELECT json_agg(json_build_object(
        'flowId', f.id, 'flowVersionId', f.published_version_id, 'name', f.name,
        'isPaused', f.status <> 'active' OR f.paused_at IS NOT NULL, 'isHeld', f.paused_at IS NOT NULL))
      FROM flow f
      WHERE f.instagram_account_id = a.id AND f.deleted_at IS NULL
        AND f.published_version_id IS NOT NULL), '[]'::json))), '[]'::json)
  FROM instagram_account a WHERE a.id = ANY (p_accounts)
);
`;

/** Far beyond any number a lane reaches: held messages keep their order among themselves and block nobody. */
const behindAll = '1000000000000';

const holding = `
-- Holds what a flow has queued: not to be claimed for longer than a message may be held, and behind whatever else is
-- sent to the same contact meanwhile.
CREATE FUNCTION hold_flow_messages(p_flow uuid, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH held AS (
    UPDATE outbound_message o
    SET held_at = p_now, not_before = p_now + interval '25 hours', seq = o.seq + ${behindAll}
    FROM flow f, flow_run r
    WHERE f.id = p_flow AND o.instagram_account_id = f.instagram_account_id AND o.status = 'queued' AND o.is_automated
      AND o.held_at IS NULL AND r.id = o.run_id AND (r.flow_id = f.id OR r.standing_flow_id = f.id::text)
    RETURNING o.workspace_id, o.instagram_account_id, o.id, o.message_at
  ), logged AS (
    UPDATE message_log m SET error_code = 'flow_paused', error_message = 'Held while the flow is paused.'
    FROM held h WHERE m."timestamp" = h.message_at AND m.id = h.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM held
  )
  SELECT count(*) INTO v_count FROM held;
  RETURN v_count;
END $$;

-- Lets held messages of a flow go, unless another paused flow holds them too. What belongs to a run that has ended
-- otherwise than by finishing is not wanted any more.
CREATE FUNCTION release_flow_messages(p_flow uuid, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  PERFORM cancel_outbound_rows(ARRAY(
    SELECT o.id FROM outbound_message o JOIN flow_run r ON r.id = o.run_id
    WHERE o.held_at IS NOT NULL AND o.status = 'queued' AND (r.flow_id = p_flow OR r.standing_flow_id = p_flow::text)
      AND r.status NOT IN ('running', 'waiting', 'completed')),
    'flow_stopped', 'The run this message belongs to has ended.');
  WITH freed AS (
    UPDATE outbound_message o SET held_at = NULL, not_before = p_now, seq = o.seq - ${behindAll}
    FROM flow_run r
    WHERE o.held_at IS NOT NULL AND o.status = 'queued' AND r.id = o.run_id
      AND (r.flow_id = p_flow OR r.standing_flow_id = p_flow::text)
      AND NOT EXISTS (
        SELECT 1 FROM flow f
        WHERE f.paused_at IS NOT NULL AND f.id <> p_flow AND (f.id = r.flow_id OR f.id::text = r.standing_flow_id))
    RETURNING o.workspace_id, o.instagram_account_id, o.id, o.message_at, o.error_code, o.error_message
  ), logged AS (
    UPDATE message_log m SET error_code = g.error_code, error_message = g.error_message
    FROM freed g WHERE m."timestamp" = g.message_at AND m.id = g.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM freed
  )
  SELECT count(*) INTO v_count FROM freed;
  RETURN v_count;
END $$;
`;

const ids = `
-- A UUIDv7 of that instant: its time in milliseconds in front, the rest random.
CREATE FUNCTION new_turn_id(p_at timestamptz) RETURNS uuid
LANGUAGE sql VOLATILE
RETURN (lpad(to_hex(floor(extract(epoch FROM p_at) * 1000)::bigint), 12, '0') || '7'
  || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid;
`;

export class RunOperations1763700000300 implements MigrationInterface {
  name = 'RunOperations1763700000300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [columns, accounts, holding, ids]) await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was paused would start again unasked; restore a backup.'));
  }
}
