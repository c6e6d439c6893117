/** Deletes what is kept for a time only, at most `p_limit` rows of each kind. */
export const purgeExpired = `
CREATE OR REPLACE FUNCTION purge_expired(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  v_total integer := 0;
  v_count integer;
BEGIN
  -- In the order of the primary key, which is that of time.
  DELETE FROM realtime_event r USING (SELECT e.xid, e.id FROM realtime_event e ORDER BY e.xid, e.id LIMIT p_limit) x
  WHERE r.xid = x.xid AND r.id = x.id AND r.created_at < p_now - interval '1 hour';
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
  DELETE FROM discarded_draft d WHERE d.id IN (
    SELECT x.id FROM discarded_draft x WHERE x.kept_until < p_now ORDER BY x.kept_until LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  DELETE FROM flow_share_link l WHERE l.id IN (
    SELECT x.id FROM flow_share_link x WHERE x.expires_at < p_now ORDER BY x.expires_at LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  -- Deleted comments can be brought back for a day. Those that were answered stay, without their words.
  DELETE FROM flow_comment c WHERE c.id IN (
    SELECT x.id FROM flow_comment x WHERE x.deleted_at < p_now - interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM flow_comment r WHERE r.thread_id = x.id)
    ORDER BY x.deleted_at LIMIT p_limit);
  GET DIAGNOSTICS v_count = ROW_COUNT; v_total := v_total + v_count;
  UPDATE flow_comment c SET text = '', mentioned_user_ids = '{}'
  WHERE c.deleted_at < p_now - interval '1 day' AND c.text <> '';
  -- Windows of programs that ended without a word.
  DELETE FROM flow_viewer w WHERE w.seen_at < p_now - interval '1 minute';
  -- Of contacts that were erased; every shard by itself, so that the index on (shard, wake_at) serves.
  DELETE FROM contact_wake w USING generate_series(0, 15) AS s
  WHERE w.shard = s::smallint AND w.wake_at < p_now - interval '1 minute'
    AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = w.contact_id);
  RETURN v_total;
END $$;
`;
