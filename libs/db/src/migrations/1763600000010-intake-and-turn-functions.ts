import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
-- What the engine needs of an event; \`raw\` stays as delivered.
ALTER TABLE inbound_event ADD COLUMN event jsonb NOT NULL DEFAULT '{}';
-- When the first message of the contact was handled; the welcome message depends on it.
ALTER TABLE contact ADD COLUMN first_turn_at timestamptz;
-- Some deliveries name the Page instead of the Instagram user.
CREATE INDEX instagram_account_page ON instagram_account (instagram_page_id)
  WHERE instagram_page_id IS NOT NULL AND status <> 'disconnected';

-- Which of the 16 shards works a contact: the last bits of a UUID are random.
CREATE FUNCTION contact_shard(p_contact uuid) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (get_byte(uuid_send(p_contact), 15) & 15)::smallint;

CREATE FUNCTION from_ms(p_ms double precision) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_timestamp(p_ms / 1000.0);

CREATE FUNCTION to_ms(p_at timestamptz) RETURNS double precision
LANGUAGE sql STABLE PARALLEL SAFE
RETURN round(date_part('epoch', p_at) * 1000);

-- Never the same value twice, also after the row was deleted and came again: a late turn must not take a newer
-- wake-up for the one it saw. The step leaves room for those who only count one up.
CREATE SEQUENCE contact_wake_seq INCREMENT BY 1000 CACHE 20;
GRANT USAGE ON SEQUENCE contact_wake_seq TO instaflow_app, instaflow_engine;
ALTER TABLE contact_wake ALTER COLUMN seq SET DEFAULT nextval('contact_wake_seq');
`;

/**
 * The engine's role may not create tables, so the function does it as its owner. Partitions answer only through
 * their parent: read directly they would know no row-level security.
 */
const partitions = `
CREATE OR REPLACE FUNCTION ensure_message_partitions(first_month date, ahead integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  month date := date_trunc('month', first_month)::date;
  partition text;
  created integer := 0;
BEGIN
  FOR i IN 0..ahead LOOP
    partition := 'message_log_' || to_char(month, 'YYYYMM');
    IF to_regclass(partition) IS NULL THEN
      BEGIN
        EXECUTE format(
          'CREATE TABLE %I PARTITION OF message_log FOR VALUES FROM (%L) TO (%L)',
          partition,
          to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
          to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
        EXECUTE format('REVOKE ALL ON %I FROM instaflow_app, instaflow_engine', partition);
        created := created + 1;
      EXCEPTION
        WHEN duplicate_table THEN NULL; -- another process was faster
        WHEN check_violation THEN NULL; -- the default partition holds rows of this month already, and keeps them
      END;
    END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
  RETURN created;
END $$;
REVOKE EXECUTE ON FUNCTION ensure_message_partitions(date, integer) FROM PUBLIC, instaflow_app;

DO $$
DECLARE partition text;
BEGIN
  FOR partition IN SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'message_log'::regclass LOOP
    EXECUTE format('REVOKE ALL ON %s FROM instaflow_app, instaflow_engine', partition);
  END LOOP;
END $$;
`;

/**
 * Stores a batch of events: the only thing that happens before a webhook is acknowledged. Locks are taken in the
 * order contact key, event key, contact_wake, conversation, each sorted, as turns do.
 */
const intake = `
CREATE TYPE intake_row AS (
  id uuid, entry_id text, account_id uuid, workspace_id uuid, debounce interval,
  contact_instagram_id text, username text, contact_id uuid, conversation_id uuid,
  dedupe_key text, kind text, platform_at timestamptz, raw jsonb, event jsonb, status text, reason text,
  message_type text, content jsonb, preview text, opens_window boolean, is_debounced boolean, is_known boolean
);

-- When the account's message with this id was logged; null when it is none of ours.
CREATE FUNCTION find_outbound_by_mid(p_account uuid, p_mid text, p_after timestamptz) RETURNS timestamptz
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT m."timestamp" FROM message_log m
    WHERE m.instagram_account_id = p_account AND m.mid BETWEEN p_mid AND p_mid AND m."timestamp" > p_after
      AND m.direction = 'outbound'
    ORDER BY m.mid LIMIT 1);
END $$;

CREATE FUNCTION intake_events(p_events jsonb, p_now timestamptz)
RETURNS TABLE (shard smallint, due_at double precision)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_rows intake_row[];
  v_placed intake_row[];
  v_fresh intake_row[];
  v_ids uuid[];
  v_all_known boolean;
  v_shards smallint[];
  v_dues timestamptz[];
BEGIN
  SELECT array_agg(ROW(
      e.id, e."entryId", a.id, a.workspace_id, a.debounce, e."contactInstagramId", e.username,
      coalesce(c.id, e."contactId"), e."conversationId", e."dedupeKey", e.kind, from_ms(e."platformAt"), e.raw, e.event,
      e.status, e.reason, e."messageType", e.content, e.preview, e."opensWindow", e."isDebounced",
      c.id IS NOT NULL)::intake_row), bool_and(c.id IS NOT NULL OR e."contactInstagramId" IS NULL OR a.id IS NULL)
    INTO v_rows, v_all_known
    FROM jsonb_to_recordset(p_events) AS e(
      id uuid, "entryId" text, "ownId" text, "contactInstagramId" text, username text, "contactId" uuid,
      "conversationId" uuid, "dedupeKey" text, kind text, "platformAt" double precision, raw jsonb, event jsonb,
      status text, reason text, "messageType" text, content jsonb, preview text, "opensWindow" boolean,
      "isDebounced" boolean)
    LEFT JOIN LATERAL (
      SELECT i.id, i.workspace_id,
             coalesce((i.settings->>'debounceWindowMs')::double precision, 4000) * interval '1 millisecond' AS debounce
      FROM instagram_account i
      WHERE i.status <> 'disconnected'
        AND (i.instagram_user_id = e."entryId" OR i.instagram_user_id = e."ownId" OR i.instagram_page_id = e."entryId")
      ORDER BY i.instagram_user_id = e."entryId" DESC, i.instagram_user_id = e."ownId" DESC
      LIMIT 1
    ) a ON true
    LEFT JOIN LATERAL (
      SELECT k.id FROM contact k
      WHERE k.instagram_account_id = a.id
        AND k.instagram_user_id BETWEEN e."contactInstagramId" AND e."contactInstagramId"
      ORDER BY k.instagram_user_id LIMIT 1
    ) c ON true;

  INSERT INTO unrouted_event (id, entry_id, raw, received_at)
  SELECT r.id, r.entry_id, r.raw, p_now FROM unnest(v_rows) r WHERE r.account_id IS NULL;

  IF NOT v_all_known THEN
    INSERT INTO contact (id, workspace_id, instagram_account_id, instagram_user_id, instagram_username,
                         last_interaction_at, created_at, updated_at)
    SELECT DISTINCT ON (r.account_id, r.contact_instagram_id)
           r.contact_id, r.workspace_id, r.account_id, r.contact_instagram_id, r.username, r.platform_at, p_now, p_now
    FROM unnest(v_rows) r
    WHERE r.account_id IS NOT NULL AND r.contact_instagram_id IS NOT NULL AND NOT r.is_known
    ORDER BY r.account_id, r.contact_instagram_id, r.platform_at
    ON CONFLICT DO NOTHING;

    SELECT array_agg(ROW(
        r.id, r.entry_id, r.account_id, r.workspace_id, r.debounce, r.contact_instagram_id, r.username,
        coalesce(c.id, r.contact_id), r.conversation_id, r.dedupe_key, r.kind, r.platform_at, r.raw, r.event, r.status,
        r.reason, r.message_type, r.content, r.preview, r.opens_window, r.is_debounced,
        r.is_known OR c.id IS NOT NULL)::intake_row)
      INTO v_rows
      FROM unnest(v_rows) r
      LEFT JOIN LATERAL (
        SELECT k.id FROM contact k
        WHERE NOT r.is_known AND k.instagram_account_id = r.account_id
          AND k.instagram_user_id BETWEEN r.contact_instagram_id AND r.contact_instagram_id
        ORDER BY k.instagram_user_id LIMIT 1
      ) c ON true;
  END IF;

  INSERT INTO conversation (id, workspace_id, instagram_account_id, contact_id, started_at, created_at, updated_at)
  SELECT DISTINCT ON (r.contact_id) r.conversation_id, r.workspace_id, r.account_id, r.contact_id, p_now, p_now, p_now
  FROM unnest(v_rows) r
  WHERE r.is_known AND NOT EXISTS (SELECT 1 FROM conversation v WHERE v.contact_id = r.contact_id)
  ORDER BY r.contact_id
  ON CONFLICT DO NOTHING;

  SELECT array_agg(ROW(
      r.id, r.entry_id, r.account_id, r.workspace_id, r.debounce, r.contact_instagram_id, r.username,
      v.contact_id, v.id, r.dedupe_key, r.kind, r.platform_at, r.raw, r.event,
      CASE WHEN o.is_own_echo THEN 'consumed' ELSE r.status END,
      CASE WHEN o.is_own_echo THEN 'own_echo' ELSE r.reason END, CASE WHEN v.id IS NOT NULL THEN r.message_type END,
      r.content, r.preview, r.opens_window, r.is_debounced, r.is_known)::intake_row)
    INTO v_placed
    FROM unnest(v_rows) r
    LEFT JOIN conversation v ON v.contact_id = CASE WHEN r.is_known THEN r.contact_id END
    CROSS JOIN LATERAL (SELECT r.kind = 'echo' AND r.status = 'received'
      AND find_outbound_by_mid(r.account_id, r.event->>'mid', r.platform_at - interval '7 days') IS NOT NULL
      AS is_own_echo) o
    WHERE r.account_id IS NOT NULL;

  WITH fresh AS (
    INSERT INTO inbound_event (id, workspace_id, instagram_account_id, contact_id, dedupe_key, kind, platform_at,
                               raw, event, message_id, received_at, status, reason)
    SELECT p.id, p.workspace_id, p.account_id, p.contact_id, p.dedupe_key, p.kind, p.platform_at, p.raw, p.event,
           CASE WHEN p.message_type IS NOT NULL THEN p.id END, p_now, p.status, p.reason
    FROM unnest(v_placed) p
    ORDER BY p.account_id, p.dedupe_key
    ON CONFLICT DO NOTHING
    RETURNING id
  )
  SELECT array_agg(f.id) INTO v_ids FROM fresh f;
  IF cardinality(v_ids) = cardinality(v_placed) THEN
    v_fresh := v_placed;
  ELSE
    SELECT array_agg(p) INTO v_fresh FROM unnest(v_placed) p WHERE p.id = ANY (v_ids);
  END IF;

  -- An earlier due time stays: the turn itself extends a debounce window, so this can be too early, never too late.
  WITH wakes AS (
    INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at)
    SELECT r.contact_id, r.workspace_id, r.account_id, contact_shard(r.contact_id),
           min(CASE WHEN r.is_debounced THEN p_now + r.debounce ELSE p_now END)
    FROM unnest(v_fresh) r
    WHERE r.status = 'received' AND r.contact_id IS NOT NULL
    GROUP BY r.contact_id, r.workspace_id, r.account_id
    ORDER BY r.contact_id
    ON CONFLICT (contact_id) DO UPDATE
      SET wake_at = least(w.wake_at, excluded.wake_at), seq = excluded.seq
    RETURNING w.shard, w.wake_at
  ), dues AS (
    SELECT w.shard, min(w.wake_at) AS due FROM wakes w GROUP BY w.shard
  )
  SELECT array_agg(d.shard), array_agg(d.due) INTO v_shards, v_dues FROM dues d;

  INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id, direction,
                           type, content, delivery_status, mid)
  SELECT r.id, r.platform_at, r.workspace_id, r.account_id, r.contact_id, r.conversation_id, 'inbound',
         r.message_type, r.content, 'received', r.event->>'mid'
  FROM unnest(v_fresh) r
  WHERE r.message_type IS NOT NULL;

  UPDATE conversation v SET
    last_message_id = CASE WHEN n.is_last THEN n.id ELSE v.last_message_id END,
    last_message_at = CASE WHEN n.is_last THEN n.platform_at ELSE v.last_message_at END,
    last_message_preview = CASE WHEN n.is_last THEN n.preview ELSE v.last_message_preview END,
    last_message_direction = CASE WHEN n.is_last THEN 'inbound' ELSE v.last_message_direction END,
    unread_count = v.unread_count + n.arrivals,
    last_user_message_at = greatest(v.last_user_message_at, n.opened_at),
    status = CASE WHEN v.status = 'closed' THEN 'open' ELSE v.status END,
    closed_at = NULL,
    updated_at = p_now
  FROM (
    SELECT l.*, o.last_message_at IS NULL OR l.platform_at >= o.last_message_at AS is_last
    FROM (
      SELECT DISTINCT ON (r.conversation_id) r.conversation_id, r.id, r.platform_at, r.preview,
             count(*) OVER w AS arrivals,
             max(r.platform_at) FILTER (WHERE r.opens_window) OVER w AS opened_at
      FROM unnest(v_fresh) r
      WHERE r.message_type IS NOT NULL
      WINDOW w AS (PARTITION BY r.conversation_id)
      ORDER BY r.conversation_id, r.platform_at DESC, r.id DESC
    ) l JOIN conversation o ON o.id = l.conversation_id
  ) n
  WHERE v.id = n.conversation_id;

  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
  SELECT r.workspace_id, r.account_id, 'message.created', r.id, r.platform_at
  FROM unnest(v_fresh) r WHERE r.message_type IS NOT NULL
  UNION ALL
  SELECT DISTINCT r.workspace_id, r.account_id, 'conversation.updated', r.conversation_id, NULL::timestamptz
  FROM unnest(v_fresh) r WHERE r.message_type IS NOT NULL;

  INSERT INTO account_pacing (instagram_account_id, workspace_id, last_webhook_at)
  SELECT DISTINCT r.account_id, r.workspace_id, p_now FROM unnest(v_rows) r
  WHERE r.account_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM account_pacing p WHERE p.instagram_account_id = r.account_id
                                                     AND p.last_webhook_at > p_now - interval '1 minute')
  ORDER BY r.account_id
  ON CONFLICT (instagram_account_id) DO UPDATE SET last_webhook_at = excluded.last_webhook_at;

  RETURN QUERY SELECT s, to_ms(d) FROM unnest(v_shards, v_dues) AS u(s, d);
END $$;
`;

/** Everything a turn depends on, in one round trip: of the due contacts of a shard, or of the contacts named. */
const loading = `
CREATE FUNCTION load_turns(p_shard smallint, p_contacts uuid[], p_exclude uuid[], p_limit integer, p_now timestamptz)
RETURNS json
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_ids uuid[] := p_contacts;
  v_turns json;
  v_next timestamptz;
BEGIN
  IF v_ids IS NULL THEN
    SELECT array_agg(d.contact_id) INTO v_ids FROM (
      SELECT w.contact_id FROM contact_wake w
      WHERE w.shard = p_shard AND w.wake_at <= p_now AND w.contact_id <> ALL (p_exclude)
      ORDER BY w.wake_at LIMIT p_limit) d;
    SELECT min(w.wake_at) INTO v_next FROM contact_wake w WHERE w.shard = p_shard AND w.wake_at > p_now;
  END IF;

  SELECT json_agg(json_build_object(
      'contactId', c.id, 'workspaceId', c.workspace_id, 'accountId', c.instagram_account_id, 'conversationId', v.id,
      'version', c.version, 'seq', w.seq, 'attempts', coalesce(w.attempts, 0),
      'revision', coalesce((SELECT r.revision FROM account_revision r
                            WHERE r.instagram_account_id = c.instagram_account_id), 0),
      'instagramUserId', c.instagram_user_id, 'username', c.instagram_username,
      'firstName', c.first_name, 'lastName', c.last_name, 'profilePictureUrl', c.profile_picture_url,
      'isFollower', c.is_follower, 'tags', c.tags, 'customAttributes', c.custom_attributes,
      'optedOut', c.opted_out_at IS NOT NULL, 'triggerHistory', c.trigger_history,
      'isFirstContact', c.first_turn_at IS NULL,
      'needsProfile', c.profile_fetched_at IS NULL AND c.profile_attempts = 0,
      'status', v.status, 'automationPausedUntil', to_ms(v.automation_paused_until),
      'lastAutomatedAt', to_ms(v.last_bot_message_at), 'lastDefaultReplyAt', to_ms(v.last_default_reply_at),
      'lastUserMessageAt', to_ms(v.last_user_message_at),
      'run', run.state, 'outcome', run.outcome,
      'events', coalesce(events.list, '[]'::json)))
    INTO v_turns
    FROM unnest(v_ids) AS due(id)
    JOIN contact c ON c.id = due.id
    JOIN conversation v ON v.contact_id = c.id
    LEFT JOIN contact_wake w ON w.contact_id = c.id
    LEFT JOIN LATERAL (
      SELECT f.state, (
        SELECT json_build_object('key', o.idempotency_key, 'status', o.status, 'errorCode', o.error_code)
        FROM outbound_message o
        WHERE f.waiting_for = 'effect' AND o.idempotency_key = f.state->'waitingFor'->>'key'
          AND o.status IN ('sent', 'failed', 'cancelled')) AS outcome
      FROM flow_run f
      WHERE f.contact_id = c.id AND f.status IN ('running', 'waiting')
    ) run ON true
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object(
          'id', e.id, 'dedupeKey', e.dedupe_key, 'kind', e.kind, 'at', to_ms(e.platform_at),
          'receivedAt', to_ms(e.received_at), 'messageId', e.message_id, 'event', e.event)
          ORDER BY e.platform_at, e.id) AS list
      FROM (SELECT i.* FROM inbound_event i WHERE i.contact_id = c.id AND i.status = 'received'
            ORDER BY i.platform_at, i.id LIMIT 200) e
    ) events;
  RETURN json_build_object('turns', coalesce(v_turns, '[]'::json), 'nextDueAt', to_ms(v_next));
END $$;

-- Accounts as the engine needs them; the revision comes from the same snapshot as the rest.
CREATE FUNCTION load_accounts(p_accounts uuid[]) RETURNS json
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
        'flowId', f.id, 'flowVersionId', f.published_version_id, 'name', f.name, 'isPaused', f.status <> 'active'))
      FROM flow f
      WHERE f.instagram_account_id = a.id AND f.deleted_at IS NULL
        AND f.published_version_id IS NOT NULL), '[]'::json))), '[]'::json)
  FROM instagram_account a WHERE a.id = ANY (p_accounts)
);
`;

/** What Instagram says about messages already there: reads, deletions, edits, reactions. Repeatable. */
const records = `
CREATE FUNCTION apply_message_records(p_records jsonb, p_now timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  WITH reads AS (
    SELECT r."accountId" AS account_id, r."conversationId" AS conversation_id,
           max(coalesce(find_outbound_by_mid(r."accountId", r.mid, from_ms(r.at) - interval '60 days'),
                        from_ms(r.at))) AS up_to
    FROM jsonb_to_recordset(p_records) AS r(kind text, "accountId" uuid, "conversationId" uuid, mid text,
                                            at double precision)
    WHERE r.kind = 'read'
    GROUP BY 1, 2
  ), changed AS (
    UPDATE message_log m SET delivery_status = 'read'
    FROM reads
    WHERE m.conversation_id = reads.conversation_id AND m.direction = 'outbound'
      AND m.delivery_status IN ('sent', 'delivered')
      AND m."timestamp" <= reads.up_to AND m."timestamp" > reads.up_to - interval '60 days'
    RETURNING m.workspace_id, m.instagram_account_id, m.id, m."timestamp" AS at
  )
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
  SELECT workspace_id, instagram_account_id, 'message.updated', id, at FROM changed;

  WITH named AS (
    SELECT DISTINCT ON (r."accountId", r.mid, r.kind) r.*
    FROM jsonb_to_recordset(p_records) AS r(kind text, "accountId" uuid, "conversationId" uuid, mid text,
                                            at double precision, text text, reaction text)
    WHERE r.kind IN ('deletion', 'edit', 'reaction') AND r.mid IS NOT NULL
    ORDER BY r."accountId", r.mid, r.kind, r.at DESC
  ), merged AS (
    SELECT n."accountId" AS account_id, n."conversationId" AS conversation_id, n.mid,
           bool_or(n.kind = 'deletion') AS is_deleted,
           max(n.text) FILTER (WHERE n.kind = 'edit') AS text,
           bool_or(n.kind = 'reaction') AS is_reacted,
           max(n.reaction) FILTER (WHERE n.kind = 'reaction') AS reaction
    FROM named n GROUP BY 1, 2, 3
  ), changed AS (
    UPDATE message_log m SET
      type = CASE WHEN g.is_deleted THEN 'deleted' ELSE m.type END,
      content = CASE
        WHEN g.is_deleted THEN '{}'::jsonb
        ELSE jsonb_strip_nulls(m.content
          || CASE WHEN g.text IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('text', g.text, 'isEdited', true) END
          || CASE WHEN g.is_reacted THEN jsonb_build_object('reaction', g.reaction) ELSE '{}'::jsonb END)
      END
    FROM merged g
    WHERE m.instagram_account_id = g.account_id AND m.mid = g.mid AND m.conversation_id = g.conversation_id
    RETURNING m.workspace_id, m.instagram_account_id, m.id, m."timestamp" AS at, m.conversation_id, g.mid, g.is_deleted,
              g.text
  ), purged AS (
    UPDATE inbound_event e SET raw = '{}', event = jsonb_build_object('mid', c.mid)
    FROM changed c
    WHERE c.is_deleted AND e.instagram_account_id = c.instagram_account_id AND e.dedupe_key = 'mid:' || c.mid
  ), previews AS (
    UPDATE conversation v SET
      last_message_preview = CASE WHEN c.is_deleted THEN 'Deleted message' ELSE left(c.text, 160) END, updated_at = p_now
    FROM changed c
    WHERE v.id = c.conversation_id AND v.last_message_id = c.id AND (c.is_deleted OR c.text IS NOT NULL)
    RETURNING v.workspace_id, v.instagram_account_id, v.id
  )
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
  SELECT workspace_id, instagram_account_id, 'message.updated', id, at FROM changed
  UNION ALL
  SELECT workspace_id, instagram_account_id, 'conversation.updated', id, NULL FROM previews;
END $$;
`;

/**
 * Cuts automated messages off and, with \`p_end_runs\`, ends the open runs of the contacts; raises their version so
 * that a turn being decided at this moment loses. Lock order: contact (sorted), flow_run, outbound_message.
 */
const stopping = `
CREATE FUNCTION cancel_queued_messages(p_contacts uuid[], p_runs uuid[], p_reason text, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH cancelled AS (
    UPDATE outbound_message o SET status = 'cancelled', error_code = p_reason, finished_at = p_now
    WHERE o.contact_id = ANY (p_contacts) AND o.status = 'queued' AND o.is_automated
      AND (p_runs IS NULL OR o.run_id = ANY (p_runs))
    RETURNING o.workspace_id, o.instagram_account_id, o.id, o.message_at
  ), logged AS (
    UPDATE message_log m SET delivery_status = 'cancelled', error_code = p_reason
    FROM cancelled c WHERE m."timestamp" = c.message_at AND m.id = c.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'message.updated', id, message_at FROM cancelled
  )
  SELECT count(*) INTO v_count FROM cancelled;
  RETURN v_count;
END $$;

CREATE FUNCTION end_open_runs(p_contacts uuid[], p_status text, p_reason text, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH ended AS (
    UPDATE flow_run r SET status = p_status, end_reason = p_reason, ended_at = p_now, waiting_for = NULL, wake_at = NULL,
      state = r.state || jsonb_build_object('status', p_status, 'reason', p_reason, 'waitingFor', NULL, 'wakeAt', NULL,
                                            'updatedAt', to_ms(p_now), 'endedAt', to_ms(p_now))
    WHERE r.contact_id = ANY (p_contacts) AND r.status IN ('running', 'waiting')
    RETURNING r.workspace_id, r.instagram_account_id, r.id
  ), told AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
    SELECT workspace_id, instagram_account_id, 'run.updated', id FROM ended
  )
  SELECT count(*) INTO v_count FROM ended;
  UPDATE contact c SET current_flow_id = NULL, current_flow_step_node_id = NULL, flow_context = '{}', updated_at = p_now
  WHERE c.id = ANY (p_contacts) AND c.current_flow_id IS NOT NULL;
  RETURN v_count;
END $$;

CREATE FUNCTION fence_contacts(p_contacts uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM contact c WHERE c.id = ANY (p_contacts) ORDER BY c.id FOR UPDATE;
  UPDATE contact c SET version = c.version + 1 WHERE c.id = ANY (p_contacts);
END $$;

-- A person answers. \`p_mid\` is set when they did so in the Instagram app and their message has to be logged.
CREATE FUNCTION take_over_contact(p_contact uuid, p_user uuid, p_now timestamptz, p_message jsonb) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  v_conversation conversation;
  v_pause interval;
BEGIN
  PERFORM fence_contacts(ARRAY[p_contact]);
  SELECT coalesce((a.settings->>'humanTakeoverPauseMinutes')::double precision, 60) * interval '1 minute' INTO v_pause
  FROM contact c JOIN instagram_account a ON a.id = c.instagram_account_id WHERE c.id = p_contact;
  UPDATE conversation v SET
    status = 'open', closed_at = NULL, updated_at = p_now,
    automation_paused_until = greatest(v.automation_paused_until, p_now + v_pause),
    assigned_agent_id = coalesce(p_user, v.assigned_agent_id)
  WHERE v.contact_id = p_contact
  RETURNING * INTO v_conversation;
  IF v_conversation.id IS NULL THEN
    RETURN false;
  END IF;
  PERFORM end_open_runs(ARRAY[p_contact], 'taken_over', 'taken_over', p_now);
  PERFORM cancel_queued_messages(ARRAY[p_contact], NULL, 'taken_over', p_now);
  IF p_message IS NOT NULL THEN
    INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id, direction,
                             type, content, is_automated, delivery_status, mid)
    VALUES ((p_message->>'id')::uuid, from_ms((p_message->>'at')::double precision), v_conversation.workspace_id,
            v_conversation.instagram_account_id, p_contact, v_conversation.id, 'outbound', p_message->>'type',
            p_message->'content', false, 'sent', p_message->>'mid');
    UPDATE conversation v SET
      last_message_id = (p_message->>'id')::uuid, last_message_at = from_ms((p_message->>'at')::double precision),
      last_message_preview = p_message->>'preview', last_message_direction = 'outbound'
    WHERE v.id = v_conversation.id
      AND (v.last_message_at IS NULL OR v.last_message_at <= from_ms((p_message->>'at')::double precision));
    UPDATE inbound_event e SET status = 'consumed', reason = 'human_echo'
    WHERE e.instagram_account_id = v_conversation.instagram_account_id AND e.dedupe_key = p_message->>'dedupeKey';
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    VALUES (v_conversation.workspace_id, v_conversation.instagram_account_id, 'message.created',
            (p_message->>'id')::uuid, from_ms((p_message->>'at')::double precision));
  END IF;
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
  VALUES (v_conversation.workspace_id, v_conversation.instagram_account_id, 'conversation.updated', v_conversation.id);
  RETURN true;
END $$;
`;

/**
 * Applies the turns of many contacts in one transaction. Only contacts whose version is still the one decided on win;
 * nothing of the others is written. Lock order: contact_wake, contact (both sorted), flow_run, outbound_message.
 */
const applying = `
CREATE FUNCTION apply_turns(p_turns jsonb, p_runs jsonb, p_outbound jsonb, p_events jsonb, p_wakes jsonb,
                            p_records jsonb, p_now timestamptz)
RETURNS json
LANGUAGE plpgsql AS $$
DECLARE
  v_all uuid[];
  v_winners uuid[] := '{}';
  -- The usual case, spared a look into the list of winners for every row.
  v_all_won boolean := false;
  v_opted_out uuid[];
  v_moved uuid[];
BEGIN
  SELECT array_agg(x."contactId") INTO v_all FROM jsonb_to_recordset(p_wakes) AS x("contactId" uuid);
  PERFORM 1 FROM contact_wake w WHERE w.contact_id = ANY (v_all) ORDER BY w.contact_id FOR UPDATE;

  IF jsonb_array_length(p_turns) > 0 THEN
    SELECT coalesce(array_agg(l.id), '{}') INTO v_winners FROM (
      SELECT c.id FROM contact c
      JOIN jsonb_to_recordset(p_turns) AS t("contactId" uuid, version bigint) ON c.id = t."contactId"
      WHERE c.version = t.version
      ORDER BY c.id
      FOR UPDATE OF c) l;
    v_all_won := cardinality(v_winners) = jsonb_array_length(p_turns);

    SELECT array_agg(t."contactId") INTO v_opted_out
    FROM jsonb_to_recordset(p_turns) AS t("contactId" uuid, "optedOut" boolean)
    WHERE t."optedOut" AND (v_all_won OR t."contactId" = ANY (v_winners));
    IF v_opted_out IS NOT NULL THEN
      PERFORM cancel_queued_messages(v_opted_out, NULL, 'opted_out', p_now);
    END IF;

    UPDATE flow_run f SET
      status = r.status, waiting_for = r."waitingFor", node_id = r."nodeId", state = r.state,
      step_count = r."stepCount", wake_at = from_ms(r."wakeAt"), end_reason = r.reason, ended_at = from_ms(r."endedAt")
    FROM jsonb_to_recordset(p_runs) AS r("runId" uuid, "contactId" uuid, "isNew" boolean, status text, "waitingFor" text,
      "nodeId" text, state jsonb, "stepCount" integer, "wakeAt" double precision, reason text,
      "endedAt" double precision)
    WHERE NOT r."isNew" AND f.id = r."runId" AND (v_all_won OR r."contactId" = ANY (v_winners));

    INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, trigger_id, status,
                          waiting_for, node_id, state, step_count, wake_at, end_reason, started_at, ended_at)
    SELECT r."runId", r."workspaceId", r."accountId", r."contactId", r."flowId", r."flowVersionId", r."triggerId",
           r.status, r."waitingFor", r."nodeId", r.state, r."stepCount", from_ms(r."wakeAt"), r.reason,
           from_ms(r."startedAt"), from_ms(r."endedAt")
    FROM jsonb_to_recordset(p_runs) AS r("runId" uuid, "workspaceId" uuid, "accountId" uuid, "contactId" uuid,
      "isNew" boolean, "flowId" uuid, "flowVersionId" uuid, "triggerId" uuid, status text, "waitingFor" text,
      "nodeId" text, state jsonb, "stepCount" integer, "wakeAt" double precision, reason text,
      "startedAt" double precision, "endedAt" double precision)
    WHERE r."isNew" AND (v_all_won OR r."contactId" = ANY (v_winners));

    INSERT INTO contact_turn (id, workspace_id, instagram_account_id, contact_id, run_id, flow_id, at, outcome,
                              candidates, steps)
    SELECT t."turnId", t."workspaceId", t."accountId", t."contactId", t."runId", t."flowId", p_now, t.outcome,
           t.candidates, t.steps
    FROM jsonb_to_recordset(p_turns) AS t("turnId" uuid, "workspaceId" uuid, "accountId" uuid, "contactId" uuid,
      "runId" uuid, "flowId" uuid, outcome text, candidates jsonb, steps jsonb)
    WHERE (v_all_won OR t."contactId" = ANY (v_winners));

    IF jsonb_array_length(p_outbound) > 0 THEN
      INSERT INTO outbound_message (id, message_at, workspace_id, instagram_account_id, contact_id, conversation_id, seq,
                                    priority, kind, is_automated, payload, idempotency_key, run_id, node_id, not_before,
                                    created_at)
      SELECT o.id, from_ms(o.at), o."workspaceId", o."accountId", o."contactId", o."conversationId",
             c.next_outbound_seq + o.index, o.priority, o.kind, true, o.payload, o.key, o."runId", o."nodeId", p_now,
             p_now
      FROM jsonb_to_recordset(p_outbound) AS o(id uuid, at double precision, "workspaceId" uuid, "accountId" uuid,
        "contactId" uuid, "conversationId" uuid, index bigint, priority smallint, kind text, payload jsonb, key text,
        "runId" uuid, "nodeId" text)
      JOIN contact c ON c.id = o."contactId"
      WHERE (v_all_won OR o."contactId" = ANY (v_winners));

      INSERT INTO message_log (id, "timestamp", workspace_id, instagram_account_id, contact_id, conversation_id,
                               direction, type, content, is_automated, delivery_status, flow_id, run_id, node_id)
      SELECT o.id, from_ms(o.at), o."workspaceId", o."accountId", o."contactId", o."conversationId", 'outbound',
             o.type, o.content, true, 'queued', o."flowId", o."runId", o."nodeId"
      FROM jsonb_to_recordset(p_outbound) AS o(id uuid, at double precision, "workspaceId" uuid, "accountId" uuid,
        "contactId" uuid, "conversationId" uuid, type text, content jsonb, "flowId" uuid, "runId" uuid, "nodeId" text)
      WHERE (v_all_won OR o."contactId" = ANY (v_winners));
    END IF;

    UPDATE contact c SET
      version = c.version + 1,
      next_outbound_seq = c.next_outbound_seq + t."outboundCount",
      tags = CASE WHEN t."addTags" IS NULL THEN c.tags ELSE ARRAY(
        SELECT tag FROM (
          SELECT tag, min(place) AS place FROM unnest(c.tags || t."addTags") WITH ORDINALITY AS u(tag, place)
          WHERE tag <> ALL (t."removeTags") GROUP BY tag) kept ORDER BY place) END,
      custom_attributes = CASE WHEN t."setAttributes" IS NULL THEN c.custom_attributes
        ELSE (c.custom_attributes || t."setAttributes") - t."dropAttributes" END,
      opted_out_at = CASE t."optedOut" WHEN true THEN coalesce(c.opted_out_at, p_now) WHEN false THEN NULL
        ELSE c.opted_out_at END,
      current_flow_id = t."currentFlowId",
      current_flow_step_node_id = t."currentNodeId",
      flow_context = t."flowContext",
      trigger_history = t."triggerHistory",
      first_turn_at = CASE WHEN t."hasMessages" THEN coalesce(c.first_turn_at, p_now) ELSE c.first_turn_at END,
      last_interaction_at = greatest(c.last_interaction_at, from_ms(t."interactionAt")),
      updated_at = p_now
    FROM jsonb_to_recordset(p_turns) AS t("contactId" uuid, "outboundCount" bigint, "addTags" text[], "removeTags" text[],
      "setAttributes" jsonb, "dropAttributes" text[], "optedOut" boolean, "currentFlowId" uuid, "currentNodeId" text,
      "flowContext" jsonb, "triggerHistory" jsonb, "hasMessages" boolean, "interactionAt" double precision)
    WHERE c.id = t."contactId" AND (v_all_won OR t."contactId" = ANY (v_winners));

    WITH changed AS (
      UPDATE conversation v SET
        status = CASE WHEN t."needsHuman" THEN 'pending_human' ELSE v.status END,
        context = CASE WHEN t."noteToAgent" IS NULL THEN v.context
          ELSE v.context || jsonb_build_object('messageToAgent', t."noteToAgent") END,
        last_default_reply_at = CASE WHEN t."isDefaultReply" THEN p_now ELSE v.last_default_reply_at END,
        last_bot_message_at = CASE WHEN t."outboundCount" > 0 THEN p_now ELSE v.last_bot_message_at END,
        cooldown_until = CASE WHEN t."outboundCount" > 0 THEN from_ms(t."cooldownUntil") ELSE v.cooldown_until END,
        last_message_id = coalesce(t."lastMessageId", v.last_message_id),
        last_message_at = coalesce(from_ms(t."lastMessageAt"), v.last_message_at),
        last_message_preview = coalesce(t.preview, v.last_message_preview),
        last_message_direction = CASE WHEN t."lastMessageId" IS NULL THEN v.last_message_direction ELSE 'outbound' END,
        updated_at = p_now
      FROM jsonb_to_recordset(p_turns) AS t("contactId" uuid, "conversationId" uuid, "needsHuman" boolean,
        "noteToAgent" text, "isDefaultReply" boolean, "outboundCount" bigint, "cooldownUntil" double precision,
        "lastMessageId" uuid, "lastMessageAt" double precision, preview text)
      WHERE v.id = t."conversationId" AND (v_all_won OR t."contactId" = ANY (v_winners))
        AND (t."needsHuman" OR t."outboundCount" > 0 OR t."isDefaultReply")
      RETURNING v.workspace_id, v.instagram_account_id, v.id
    )
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
    SELECT workspace_id, instagram_account_id, 'conversation.updated', id, NULL FROM changed
    UNION ALL
    SELECT o."workspaceId", o."accountId", 'message.created', o.id, from_ms(o.at)
    FROM jsonb_to_recordset(p_outbound) AS o(id uuid, at double precision, "workspaceId" uuid, "accountId" uuid,
      "contactId" uuid)
    WHERE (v_all_won OR o."contactId" = ANY (v_winners))
    UNION ALL
    SELECT r."workspaceId", r."accountId", 'run.updated', r."runId", NULL
    FROM jsonb_to_recordset(p_runs) AS r("runId" uuid, "workspaceId" uuid, "accountId" uuid, "contactId" uuid)
    WHERE (v_all_won OR r."contactId" = ANY (v_winners));

    UPDATE message_log m SET is_consolidated = true, original_mids = t."originalMids"
    FROM jsonb_to_recordset(p_turns) AS t("contactId" uuid, "consolidatedId" uuid, "consolidatedAt" double precision,
      "originalMids" text[])
    WHERE t."consolidatedId" IS NOT NULL AND (v_all_won OR t."contactId" = ANY (v_winners))
      AND m.id = t."consolidatedId" AND m."timestamp" = from_ms(t."consolidatedAt");
  END IF;

  -- Each event is looked up by itself: joined directly, the index of all open events would be read for every one.
  UPDATE inbound_event i SET status = e.status, reason = e.reason, turn_id = e."turnId"
  FROM jsonb_to_recordset(p_events) AS e("accountId" uuid, "dedupeKey" text, "contactId" uuid, "isFenced" boolean,
    status text, reason text, "turnId" uuid)
  CROSS JOIN LATERAL (
    SELECT o.ctid AS place FROM inbound_event o
    WHERE o.instagram_account_id = e."accountId" AND o.dedupe_key = e."dedupeKey" AND o.contact_id = e."contactId"
      AND o.status = 'received'
    LIMIT 1) found
  WHERE i.ctid = found.place AND (NOT e."isFenced" OR v_all_won OR e."contactId" = ANY (v_winners));

  IF jsonb_array_length(p_records) > 0 THEN
    PERFORM apply_message_records(p_records, p_now);
  END IF;

  -- A raised seq says that something arrived meanwhile: then the due time stays and the contact is looked at again.
  DELETE FROM contact_wake w
  USING jsonb_to_recordset(p_wakes) AS x("contactId" uuid, seq bigint, "wakeAt" double precision, "isFenced" boolean)
  WHERE w.contact_id = x."contactId" AND w.seq = x.seq AND x."wakeAt" IS NULL
    AND (NOT x."isFenced" OR v_all_won OR x."contactId" = ANY (v_winners));

  WITH set_wakes AS (
    INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at, seq)
    SELECT x."contactId", x."workspaceId", x."accountId", contact_shard(x."contactId"), from_ms(x."wakeAt"),
           coalesce(x.seq, nextval('contact_wake_seq'))
    FROM jsonb_to_recordset(p_wakes) AS x("contactId" uuid, "workspaceId" uuid, "accountId" uuid, seq bigint,
      "wakeAt" double precision, "isFenced" boolean)
    WHERE x."wakeAt" IS NOT NULL AND (NOT x."isFenced" OR v_all_won OR x."contactId" = ANY (v_winners))
    ORDER BY x."contactId"
    ON CONFLICT (contact_id) DO UPDATE SET
      wake_at = CASE WHEN w.seq = excluded.seq THEN excluded.wake_at ELSE least(w.wake_at, excluded.wake_at) END,
      attempts = 0
  )
  SELECT array_agg(w.contact_id) INTO v_moved
  FROM contact_wake w
  JOIN jsonb_to_recordset(p_wakes) AS x("contactId" uuid, seq bigint) ON w.contact_id = x."contactId"
  WHERE w.seq IS DISTINCT FROM x.seq;

  RETURN json_build_object('winners', to_json(v_winners), 'moved', to_json(coalesce(v_moved, '{}')));
END $$;

-- A turn that failed by itself: tried again later; after \`p_max_attempts\` its events are given up, so that no contact
-- and no shard is stuck. Answers whether it was given up.
CREATE FUNCTION fail_turn(p_contact uuid, p_wake_at timestamptz, p_max_attempts integer, p_now timestamptz)
RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE v_attempts integer;
BEGIN
  UPDATE contact_wake w SET attempts = w.attempts + 1, wake_at = p_wake_at
  WHERE w.contact_id = p_contact
  RETURNING w.attempts INTO v_attempts;
  IF v_attempts IS NULL OR v_attempts < p_max_attempts THEN
    RETURN false;
  END IF;
  PERFORM fence_contacts(ARRAY[p_contact]);
  UPDATE inbound_event i SET status = 'ignored', reason = 'internal_error'
  WHERE i.contact_id = p_contact AND i.status = 'received';
  PERFORM end_open_runs(ARRAY[p_contact], 'failed', 'internal_error', p_now);
  DELETE FROM contact_wake w WHERE w.contact_id = p_contact;
  RETURN true;
END $$;
`;

const sweeping = `
-- What is due and was not woken. Null when another process sweeps at this moment.
CREATE FUNCTION find_overdue_work(p_lock bigint, p_now timestamptz, p_grace interval) RETURNS json
LANGUAGE plpgsql AS $$
DECLARE
  v_shards json;
  v_outbound timestamptz;
BEGIN
  IF NOT pg_try_advisory_xact_lock(p_lock) THEN
    RETURN NULL;
  END IF;
  SELECT json_agg(json_build_object('shard', s, 'dueAt', to_ms(first.wake_at))) INTO v_shards
  FROM generate_series(0, 15) AS s
  CROSS JOIN LATERAL (SELECT w.wake_at FROM contact_wake w WHERE w.shard = s::smallint ORDER BY w.wake_at LIMIT 1) first
  WHERE first.wake_at <= p_now - p_grace;

  SELECT o.not_before INTO v_outbound FROM outbound_message o
  WHERE o.status = 'queued' AND o.not_before <= p_now - p_grace LIMIT 1;
  IF v_outbound IS NULL THEN
    SELECT o.sending_since INTO v_outbound FROM outbound_message o
    WHERE o.status IN ('sending', 'uncertain') AND o.finished_at IS NULL AND o.sending_since <= p_now - interval '10 seconds'
    LIMIT 1;
  END IF;
  RETURN json_build_object('shards', coalesce(v_shards, '[]'::json), 'outboundDueAt', to_ms(v_outbound));
END $$;

-- Deletes what is kept for a time only, at most \`p_limit\` rows of each kind.
CREATE FUNCTION purge_expired(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  v_total integer := 0;
  v_count integer;
BEGIN
  DELETE FROM realtime_event r WHERE r.id IN (
    SELECT x.id FROM realtime_event x WHERE x.created_at < p_now - interval '1 hour' ORDER BY x.created_at LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  DELETE FROM idempotency_key k WHERE (k.user_id, k.key) IN (
    SELECT x.user_id, x.key FROM idempotency_key x WHERE x.created_at < p_now - interval '24 hours' LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  DELETE FROM inbound_event e WHERE (e.instagram_account_id, e.dedupe_key) IN (
    SELECT x.instagram_account_id, x.dedupe_key FROM inbound_event x
    WHERE x.received_at < p_now - interval '30 days' AND x.status <> 'received'
    ORDER BY x.received_at LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  DELETE FROM unrouted_event u WHERE u.id IN (
    SELECT x.id FROM unrouted_event x WHERE x.received_at < p_now - interval '30 days' ORDER BY x.received_at LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  -- Of contacts that were erased; every shard by itself, so that the index on (shard, wake_at) serves.
  DELETE FROM contact_wake w USING generate_series(0, 15) AS s
  WHERE w.shard = s::smallint AND w.wake_at < p_now - interval '1 minute'
    AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = w.contact_id);
  RETURN v_total;
END $$;
`;

/**
 * Sessions keep the plans of these functions. One made while the tables were still empty would read whole tables until
 * the next ANALYZE; every statement here finds its rows by an index, so only that is allowed.
 */
const planning = `
DO $$
DECLARE name regprocedure; method text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'intake_events(jsonb, timestamptz)',
    'find_outbound_by_mid(uuid, text, timestamptz)',
    'load_turns(smallint, uuid[], uuid[], integer, timestamptz)',
    'apply_turns(jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, timestamptz)',
    'find_overdue_work(bigint, timestamptz, interval)']::regprocedure[]
  LOOP
    FOREACH method IN ARRAY ARRAY['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'material'] LOOP
      EXECUTE format('ALTER FUNCTION %s SET enable_%s = off', name, method);
    END LOOP;
    EXECUTE format('ALTER FUNCTION %s SET jit = off', name);
  END LOOP;
END $$;
-- Where an index on the account alone would fit as well, these search one key in order: without sorting, only the
-- index that ends with this key can answer that.
ALTER FUNCTION intake_events(jsonb, timestamptz) SET enable_sort = off;
ALTER FUNCTION find_outbound_by_mid(uuid, text, timestamptz) SET enable_sort = off;
`;

export class IntakeAndTurnFunctions1763600000010 implements MigrationInterface {
  name = 'IntakeAndTurnFunctions1763600000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [
      columns,
      partitions,
      intake,
      loading,
      records,
      stopping,
      applying,
      sweeping,
      planning,
    ]) {
      await runner.query(statements);
    }
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('The functions of intake and turns cannot be taken back; restore a backup.'),
    );
  }
}
