/** What Instagram says about messages already there: reads, deletions, edits, reactions. Repeatable. */
export const applyMessageRecords = `
CREATE OR REPLACE FUNCTION apply_message_records(p_records jsonb, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SET enable_hashjoin = off AS $$
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
