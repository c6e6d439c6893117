import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
-- A trigger may forgive slips of the pen in its keywords.
ALTER TABLE flow_trigger ADD COLUMN allow_typos boolean NOT NULL DEFAULT false;

-- Set while quiet hours hold the message, see hold_quiet_messages; the log shows it as \`held_until\`.
ALTER TABLE outbound_message ADD COLUMN quiet_until timestamptz;
CREATE INDEX outbound_message_quiet ON outbound_message (quiet_until) WHERE quiet_until IS NOT NULL AND status = 'queued';
ALTER TABLE message_log ADD COLUMN held_until timestamptz;
`;

/** As before, and whether a trigger forgives typos. */
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
        'allowTypos', t.allow_typos, 'excludeKeywords', t.exclude_keywords, 'priority', t.priority,
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

/** As for messages of paused flows: far beyond any number a lane reaches, so that held messages let others pass. */
const behindAll = '1000000000000';

/** Held messages are let go by \`release_quiet_messages\`; if nobody calls it, they leave by themselves a little later. */
const byThemselves = `interval '1 minute'`;

const quiet = `
-- Holds what turns of winning contacts sent on their own accord: until the quiet hours end, or as long as an earlier such
-- message of the contact is held, so that their order stays. In the transaction of apply_turns, whose answer is \`p_applied\`.
CREATE FUNCTION hold_quiet_messages(p_quiet jsonb, p_applied json) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH asked AS MATERIALIZED (
    SELECT q.ids, greatest(from_ms(q.until), (
      SELECT max(e.quiet_until) FROM outbound_message e
      WHERE e.contact_id = q."contactId" AND e.status = 'queued' AND e.quiet_until IS NOT NULL)) AS until
    FROM jsonb_to_recordset(p_quiet) AS q("contactId" uuid, ids uuid[], until double precision)
    WHERE q."contactId" IN (SELECT w.id::uuid FROM json_array_elements_text(p_applied->'winners') AS w(id))
  ), held AS (
    UPDATE outbound_message o
    SET quiet_until = a.until, not_before = a.until + ${byThemselves}, seq = o.seq + ${behindAll}
    FROM asked a WHERE a.until IS NOT NULL AND o.id = ANY (a.ids)
    RETURNING o.id, o.message_at, o.quiet_until
  ), logged AS (
    UPDATE message_log m SET held_until = h.quiet_until FROM held h WHERE m."timestamp" = h.message_at AND m.id = h.id
  )
  SELECT count(*) INTO v_count FROM held;
  RETURN v_count;
END $$;

-- Lets messages go whose quiet hours are over, at most \`p_limit\`, or all that one account holds, in the order they were meant to have. One
-- whose flow is paused stays held by that. What belongs to a run that has ended otherwise than by finishing is not wanted
-- any more. Answers how many were let go.
CREATE FUNCTION release_quiet_messages(p_account uuid, p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  v_ids uuid[];
  v_count integer;
BEGIN
  IF p_account IS NULL THEN
    v_ids := ARRAY(
      SELECT o.id FROM outbound_message o WHERE o.quiet_until <= p_now AND o.status = 'queued'
      ORDER BY o.quiet_until LIMIT p_limit FOR UPDATE SKIP LOCKED);
  ELSE
    v_ids := ARRAY(
      SELECT o.id FROM outbound_message o
      WHERE o.instagram_account_id = p_account AND o.quiet_until IS NOT NULL AND o.status = 'queued' FOR UPDATE);
  END IF;
  IF cardinality(v_ids) = 0 THEN RETURN 0; END IF;
  PERFORM cancel_outbound_rows(ARRAY(
    SELECT o.id FROM outbound_message o JOIN flow_run r ON r.id = o.run_id
    WHERE o.id = ANY (v_ids) AND r.status NOT IN ('running', 'waiting', 'completed')),
    'flow_stopped', 'The run this message belongs to has ended.');
  WITH freed AS (
    UPDATE outbound_message o
    SET quiet_until = NULL, seq = o.seq - ${behindAll},
        not_before = CASE WHEN o.held_at IS NULL THEN p_now ELSE o.not_before END
    WHERE o.id = ANY (v_ids) AND o.status = 'queued'
    RETURNING o.id, o.message_at, o.workspace_id, o.instagram_account_id
  ), logged AS (
    UPDATE message_log m SET held_until = NULL FROM freed f WHERE m."timestamp" = f.message_at AND m.id = f.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM freed
  )
  SELECT count(*) INTO v_count FROM freed;
  RETURN v_count;
END $$;

-- The quiet hours of an account were changed: what they hold waits for their new end.
CREATE FUNCTION reschedule_quiet_messages(p_account uuid, p_until timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH moved AS (
    UPDATE outbound_message o SET quiet_until = p_until,
      not_before = CASE WHEN o.held_at IS NULL THEN p_until + ${byThemselves} ELSE o.not_before END
    WHERE o.instagram_account_id = p_account AND o.quiet_until IS NOT NULL AND o.status = 'queued'
    RETURNING o.id, o.message_at, o.workspace_id, o.instagram_account_id
  ), logged AS (
    UPDATE message_log m SET held_until = p_until FROM moved v WHERE m."timestamp" = v.message_at AND m.id = v.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM moved
  )
  SELECT count(*) INTO v_count FROM moved;
  RETURN v_count;
END $$;
`;

/** As before, but a message that quiet hours hold as well goes on waiting for their end. */
const pausedFlows = `
CREATE OR REPLACE FUNCTION release_flow_messages(p_flow uuid, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  PERFORM cancel_outbound_rows(ARRAY(
    SELECT o.id FROM outbound_message o JOIN flow_run r ON r.id = o.run_id
    WHERE o.held_at IS NOT NULL AND o.status = 'queued' AND (r.flow_id = p_flow OR r.standing_flow_id = p_flow::text)
      AND r.status NOT IN ('running', 'waiting', 'completed')),
    'flow_stopped', 'The run this message belongs to has ended.');
  WITH freed AS (
    UPDATE outbound_message o
    SET held_at = NULL, seq = o.seq - ${behindAll}, not_before = coalesce(o.quiet_until + ${byThemselves}, p_now)
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

export class TyposAndQuietHours1763700000600 implements MigrationInterface {
  name = 'TyposAndQuietHours1763700000600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [columns, accounts, quiet, pausedFlows]) await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('Held messages would leave at once, in another order; restore a backup.'),
    );
  }
}
