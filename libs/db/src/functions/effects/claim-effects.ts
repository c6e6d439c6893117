/**
 * Takes up to `p_limit` effects that are due, at most `p_per_account` of one account and none of `p_busy`. What no
 * run waits for any more is cancelled instead.
 */
export const claimEffects = `
CREATE OR REPLACE FUNCTION claim_effects(p_lease uuid, p_limit integer, p_per_account integer, p_busy uuid[], p_now timestamptz)
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
`;
