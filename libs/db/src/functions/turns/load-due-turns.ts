import { lookUpByIndex } from '../plan-settings';

/**
 * Due contacts are taken from all accounts in turn, those that wait longest first within each, and at most 32 of one
 * account at a time: a flood at one leaves room in every round for the others. While little is due the first
 * look sees all of it; otherwise the 40 oldest and the 40 newest of every shard are compared, so that whoever wrote to a
 * quiet account a moment ago is seen before a backlog is gone. `p_exclude` are contacts, or accounts, to leave out.
 */
export const loadDueTurns = `
CREATE OR REPLACE FUNCTION load_due_turns(p_shards smallint[], p_exclude uuid[], p_limit integer, p_now timestamptz)
RETURNS json
LANGUAGE plpgsql STABLE ${lookUpByIndex} AS $$
DECLARE
  v_ids uuid[];
  v_seen integer;
  v_is_behind boolean := false;
  v_dues json;
  -- Twice the fair share: enough for a full batch when some shards have nothing.
  v_each integer := greatest(ceil(2.0 * p_limit / greatest(cardinality(p_shards), 1))::integer, 10);
BEGIN
  LOOP
    SELECT (array_agg(d.contact_id ORDER BY d.place, d.wake_at)
              FILTER (WHERE d.place <= 32 AND d.instagram_account_id <> ALL (p_exclude)))[:p_limit], count(*)
    INTO v_ids, v_seen FROM (
      SELECT w.contact_id, w.instagram_account_id, w.wake_at,
             row_number() OVER (PARTITION BY w.instagram_account_id ORDER BY w.wake_at) AS place
      FROM unnest(p_shards) AS s (shard)
      CROSS JOIN LATERAL (
        (SELECT x.contact_id, x.instagram_account_id, x.wake_at FROM contact_wake x
         WHERE x.shard = s.shard AND x.wake_at <= p_now AND x.contact_id <> ALL (p_exclude)
         ORDER BY x.wake_at LIMIT v_each)
        UNION
        (SELECT x.contact_id, x.instagram_account_id, x.wake_at FROM contact_wake x
         WHERE v_is_behind AND x.shard = s.shard AND x.wake_at <= p_now AND x.contact_id <> ALL (p_exclude)
         ORDER BY x.wake_at DESC LIMIT v_each)) w) d;
    EXIT WHEN v_seen < p_limit OR v_is_behind;
    v_is_behind := true;
    v_each := 40;
  END LOOP;
  SELECT json_agg(json_build_object('shard', s.shard, 'dueAt', to_ms(n.wake_at))) INTO v_dues
    FROM unnest(p_shards) AS s (shard)
    CROSS JOIN LATERAL (
      SELECT x.wake_at FROM contact_wake x
      WHERE x.shard = s.shard AND x.contact_id <> ALL (p_exclude) AND (v_ids IS NULL OR x.contact_id <> ALL (v_ids))
      ORDER BY x.wake_at LIMIT 1) n;
  RETURN json_build_object(
    'turns', CASE WHEN v_ids IS NULL THEN '[]'::json ELSE load_turns(v_ids) END,
    'dues', coalesce(v_dues, '[]'::json));
END $$;
`;
