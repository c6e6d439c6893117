import { lookUpByIndex } from '../plan-settings';

/** Whether the account `a` itself is the other side of the event `e`. */
const isOwn = `coalesce(e."contactInstagramId" IN (a.instagram_user_id, a.instagram_page_id), false)`;

/**
 * Stores a batch of events: the only thing that happens before a webhook is acknowledged. An event that is known already
 * changes nothing. What an account says itself has nobody on the other side, whichever of its two ids (its own, its Page's)
 * it comes under: it is kept as `ignored`, `own`. The webhook alone cannot tell: one id may stand in the entry, the other in
 * the event. Locks are taken in the order contact key, event key, contact_wake, contact, outbound_message, conversation, each
 * sorted, as turns do. Rows are looked up one by one whatever the size the tables had when the plan was made.
 */
export const intakeEvents = `
CREATE OR REPLACE FUNCTION intake_events(p_events jsonb, p_now timestamptz)
RETURNS TABLE (shard smallint, due_at double precision)
LANGUAGE plpgsql ${lookUpByIndex} SET enable_sort = off AS $$
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
      e.id, e."entryId", a.id, a.workspace_id, a.debounce,
      CASE WHEN NOT ${isOwn} THEN e."contactInstagramId" END, e.username,
      coalesce(c.id, e."contactId"), e."conversationId", e."dedupeKey", e.kind, from_ms(e."platformAt"), e.raw, e.event,
      CASE WHEN e.status = 'received' AND ${isOwn} THEN 'ignored' ELSE e.status END,
      CASE WHEN e.status = 'received' AND ${isOwn} THEN 'own' ELSE e.reason END,
      e."messageType", e.content, e.preview, e."opensWindow", e."isDebounced", c.id IS NOT NULL)::intake_row),
    bool_and(c.id IS NOT NULL OR e."contactInstagramId" IS NULL OR a.id IS NULL OR ${isOwn})
    INTO v_rows, v_all_known
    FROM jsonb_to_recordset(p_events) AS e(
      id uuid, "entryId" text, "ownId" text, "contactInstagramId" text, username text, "contactId" uuid,
      "conversationId" uuid, "dedupeKey" text, kind text, "platformAt" double precision, raw jsonb, event jsonb,
      status text, reason text, "messageType" text, content jsonb, preview text, "opensWindow" boolean,
      "isDebounced" boolean)
    LEFT JOIN LATERAL (
      SELECT i.id, i.workspace_id, i.instagram_user_id, i.instagram_page_id,
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
  WHERE r.is_known
  ORDER BY r.contact_id
  ON CONFLICT (contact_id) DO NOTHING;

  SELECT array_agg(ROW(
      r.id, r.entry_id, r.account_id, r.workspace_id, r.debounce, r.contact_instagram_id, r.username,
      v.contact_id, v.id, r.dedupe_key, r.kind, r.platform_at, r.raw, r.event,
      CASE WHEN o.is_own_echo THEN 'consumed' ELSE r.status END,
      CASE WHEN o.is_own_echo THEN 'own_echo' ELSE r.reason END, CASE WHEN v.id IS NOT NULL THEN r.message_type END,
      r.content, r.preview, r.opens_window, r.is_debounced, r.is_known)::intake_row)
    INTO v_placed
    FROM unnest(v_rows) r
    LEFT JOIN LATERAL (
      SELECT c.id, c.contact_id FROM conversation c
      WHERE c.contact_id = CASE WHEN r.is_known THEN r.contact_id END OFFSET 0) v ON true
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

  IF p_events @> '[{"isLeaving": true}]' THEN
    -- By then their turn has been taken, or the sweeper has it taken.
    PERFORM hold_automated(ARRAY(
      SELECT DISTINCT r.contact_id FROM unnest(v_fresh) r
      JOIN jsonb_to_recordset(p_events) AS e(id uuid, "isLeaving" boolean) ON e.id = r.id
      WHERE e."isLeaving" AND r.status = 'received' AND r.contact_id IS NOT NULL), p_now + interval '30 seconds');
  END IF;

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
    ) l CROSS JOIN LATERAL (
      SELECT c.last_message_at FROM conversation c WHERE c.id = l.conversation_id OFFSET 0) o
  ) n
  WHERE v.id = n.conversation_id
    AND v.id = ANY (ARRAY(SELECT r.conversation_id FROM unnest(v_fresh) r WHERE r.message_type IS NOT NULL));

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
