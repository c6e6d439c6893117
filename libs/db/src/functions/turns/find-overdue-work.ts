import { lookUpByIndex } from '../plan-settings';

/** What is due and was not woken. Null when another process sweeps at this moment. */
export const findOverdueWork = `
CREATE OR REPLACE FUNCTION find_overdue_work(p_lock bigint, p_now timestamptz, p_grace interval) RETURNS json
LANGUAGE plpgsql ${lookUpByIndex} SET jit = off AS $$
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
`;
