/** Ends an effect and tells its contact: the result becomes an event like any other. Null when the lease was lost. */
export const finishEffect = `
CREATE OR REPLACE FUNCTION finish_effect(p_key text, p_lease uuid, p_status text, p_reason text, p_event_id uuid, p_event jsonb,
                              p_now timestamptz) RETURNS smallint
LANGUAGE plpgsql AS $$
DECLARE
  v_effect flow_effect;
BEGIN
  UPDATE flow_effect f SET status = p_status, reason = p_reason, request = '{}', finished_at = p_now
  WHERE f.key = p_key AND f.lease_id = p_lease AND f.status = 'running'
  RETURNING * INTO v_effect;
  IF v_effect.key IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO inbound_event (id, workspace_id, instagram_account_id, contact_id, dedupe_key, kind, platform_at, raw,
                             event, received_at)
  VALUES (p_event_id, v_effect.workspace_id, v_effect.instagram_account_id, v_effect.contact_id, 'effect:' || p_key,
          'effect_result', p_now, '{}', p_event, p_now)
  ON CONFLICT DO NOTHING;
  INSERT INTO contact_wake AS w (contact_id, workspace_id, instagram_account_id, shard, wake_at)
  VALUES (v_effect.contact_id, v_effect.workspace_id, v_effect.instagram_account_id,
          contact_shard(v_effect.contact_id), p_now)
  ON CONFLICT (contact_id) DO UPDATE SET wake_at = least(w.wake_at, excluded.wake_at), seq = excluded.seq;
  RETURN contact_shard(v_effect.contact_id);
END $$;
`;
