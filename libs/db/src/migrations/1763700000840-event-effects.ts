import type { MigrationInterface, QueryRunner } from 'typeorm';

const callerWorkspaces = `ANY ((NULLIF(current_setting('app.workspace_ids', true), ''))::uuid[])`;

const columns = `
-- The link or advertisement through which the person came last, with the platform's time in milliseconds.
ALTER TABLE contact ADD COLUMN referral jsonb;

ALTER TABLE flow_trigger
  -- 'next': the first post after the trigger was made; 'one' and 'next' are bound by media_id once it is known.
  ADD COLUMN post_scope text NOT NULL DEFAULT 'all' CHECK (post_scope IN ('all', 'one', 'next')),
  ADD COLUMN media_id text,
  ADD COLUMN once_per_post boolean NOT NULL DEFAULT false,
  -- When its post is looked for at Instagram; null once it is found, or needs none.
  ADD COLUMN post_check_at timestamptz,
  ADD COLUMN post_checks integer NOT NULL DEFAULT 0;
UPDATE flow_trigger SET post_scope = 'one', post_check_at = now() WHERE post_permalink IS NOT NULL;
CREATE INDEX flow_trigger_post_check ON flow_trigger (post_check_at) WHERE post_check_at IS NOT NULL;

-- Ice breakers and the menu as they should be at Instagram. A change raises the revision, so that the outcome of
-- publishing an older one is not taken for its own.
CREATE TABLE messenger_profile (
  instagram_account_id uuid NOT NULL REFERENCES instagram_account (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('ice_breakers', 'menu')),
  workspace_id uuid NOT NULL,
  sets jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'published', 'failed', 'changed_elsewhere')),
  state_reason text,
  published_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz,
  PRIMARY KEY (instagram_account_id, kind)
);
CREATE INDEX messenger_profile_due ON messenger_profile (due_at) WHERE due_at IS NOT NULL;
ALTER TABLE messenger_profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE messenger_profile FORCE ROW LEVEL SECURITY;
CREATE POLICY messenger_profile_app ON messenger_profile TO instaflow_app
  USING (workspace_id = ${callerWorkspaces}) WITH CHECK (workspace_id = ${callerWorkspaces});
CREATE POLICY messenger_profile_engine ON messenger_profile TO instaflow_engine USING (true) WITH CHECK (true);
`;

/** As before, and the posts of triggers and the items of ice breakers and menu that name a flow. */
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
        'postScope', t.post_scope, 'mediaId', t.media_id, 'oncePerPost', t.once_per_post,
        'publicReplies', t.public_replies, 'isActive', t.status = 'active', 'createdAt', to_ms(t.created_at))
        ORDER BY t.created_at, t.id)
      FROM flow_trigger t JOIN flow f ON f.id = t.flow_id
      WHERE t.instagram_account_id = a.id AND f.deleted_at IS NULL), '[]'::json),
    'taps', coalesce((
      SELECT json_agg(json_build_object('kind', p.kind, 'payload', i->>'payload', 'flowId', i->>'flowId'))
      FROM messenger_profile p, jsonb_path_query(p.sets, '$[*].items[*]') i
      WHERE p.instagram_account_id = a.id AND i->>'flowId' IS NOT NULL), '[]'::json),
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

const records = `
-- The key intake gave an event, also where a long one was shortened.
CREATE FUNCTION event_key(p_key text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN length(p_key) <= 512 THEN p_key
  ELSE 'long:' || left(encode(sha256(convert_to(p_key, 'UTF8')), 'hex'), 40) END;

CREATE OR REPLACE FUNCTION apply_message_records(p_records jsonb, p_now timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE contact c SET referral = r.referral || jsonb_build_object('at', r.at), updated_at = p_now
  FROM (
    SELECT DISTINCT ON (x."contactId") x.*
    FROM jsonb_to_recordset(p_records) AS x(kind text, "contactId" uuid, at double precision, referral jsonb)
    WHERE x.kind = 'referral'
    ORDER BY x."contactId", x.at DESC
  ) r
  WHERE c.id = r."contactId"
    AND (c.referral IS NULL OR (c.referral->>'at')::double precision < r.at);

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
    SELECT DISTINCT ON (r."accountId", r.mid, r.kind, coalesce(r."isOwn", false)) r.*
    FROM jsonb_to_recordset(p_records) AS r(kind text, "accountId" uuid, "conversationId" uuid, mid text,
                                            at double precision, text text, reaction text, "isOwn" boolean)
    WHERE r.kind IN ('deletion', 'edit', 'reaction') AND r.mid IS NOT NULL
    ORDER BY r."accountId", r.mid, r.kind, coalesce(r."isOwn", false), r.at DESC
  ), merged AS (
    SELECT n."accountId" AS account_id, n."conversationId" AS conversation_id, n.mid,
           bool_or(n.kind = 'deletion') AS is_deleted,
           max(n.text) FILTER (WHERE n.kind = 'edit') AS text,
           max(n.at) FILTER (WHERE n.kind = 'edit') AS edited_at,
           bool_or(n.kind = 'reaction' AND n."isOwn" IS NOT TRUE) AS is_reacted,
           max(n.reaction) FILTER (WHERE n.kind = 'reaction' AND n."isOwn" IS NOT TRUE) AS reaction,
           bool_or(n.kind = 'reaction' AND n."isOwn") AS has_own_reaction,
           max(n.reaction) FILTER (WHERE n.kind = 'reaction' AND n."isOwn") AS own_reaction
    FROM named n GROUP BY 1, 2, 3
  ), changed AS (
    -- What was taken back stays so, whatever is told of it later; of two edits the later one holds.
    UPDATE message_log m SET
      type = CASE WHEN g.is_deleted THEN 'deleted' ELSE m.type END,
      content = CASE
        WHEN g.is_deleted THEN '{}'::jsonb
        ELSE jsonb_strip_nulls(m.content
          || CASE WHEN g.text IS NULL OR g.edited_at < coalesce((m.content->>'editedAt')::double precision, 0)
               THEN '{}'::jsonb
               ELSE jsonb_build_object('text', g.text, 'isEdited', true, 'editedAt', g.edited_at) END
          || CASE WHEN g.is_reacted THEN jsonb_build_object('reaction', g.reaction) ELSE '{}'::jsonb END
          || CASE WHEN g.has_own_reaction THEN jsonb_build_object('ownReaction', g.own_reaction) ELSE '{}'::jsonb END)
      END
    FROM merged g
    WHERE m.instagram_account_id = g.account_id AND m.mid = g.mid AND m.conversation_id = g.conversation_id
      AND m.type <> 'deleted'
    RETURNING m.workspace_id, m.instagram_account_id, m.id, m."timestamp" AS at, m.conversation_id, g.mid, g.is_deleted,
              m.content->>'text' AS text
  ), purged AS (
    -- The message itself and whatever its edits made of it.
    UPDATE inbound_event e SET raw = '{}', event = jsonb_build_object('mid', c.mid)
    FROM changed c CROSS JOIN LATERAL (
      SELECT event_key('mid:' || c.mid) AS key
      UNION ALL SELECT event_key('edit:' || c.mid || ':' || n) FROM generate_series(1, 20) n) k
    WHERE c.is_deleted AND e.instagram_account_id = c.instagram_account_id AND e.dedupe_key = k.key
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

export class EventEffects1763700000840 implements MigrationInterface {
  name = 'EventEffects1763700000840';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [columns, accounts, records]) await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The functions of turns cannot be taken back; restore a backup.'));
  }
}
