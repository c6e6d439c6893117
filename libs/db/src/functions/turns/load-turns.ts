import { lookUpByIndex } from '../plan-settings';

/** Everything the turns of these contacts depend on, of one snapshot. */
export const loadTurns = `
CREATE OR REPLACE FUNCTION load_turns(p_contacts uuid[]) RETURNS json
LANGUAGE plpgsql STABLE ${lookUpByIndex} AS $$
DECLARE v_turns json;
BEGIN
  SELECT coalesce(json_agg(json_build_object(
      'contactId', c.id, 'workspaceId', c.workspace_id, 'accountId', c.instagram_account_id, 'conversationId', v.id,
      'version', c.version, 'seq', w.seq, 'attempts', coalesce(w.attempts, 0),
      'revision', coalesce((SELECT r.revision FROM account_revision r
                            WHERE r.instagram_account_id = c.instagram_account_id), 0),
      'instagramUserId', c.instagram_user_id, 'username', c.instagram_username,
      'firstName', c.first_name, 'lastName', c.last_name, 'profilePictureUrl', c.profile_picture_url,
      'isFollower', c.is_follower, 'tags', c.tags, 'customAttributes', c.custom_attributes,
      'optedOut', c.opted_out_at IS NOT NULL, 'triggerHistory', c.trigger_history,
      'isFirstContact', c.first_turn_at IS NULL,
      'profileAttempts', c.profile_attempts,
      'profileTarget', CASE WHEN c.profile_fetched_at IS NULL AND c.profile_attempts < 20 THEN (
        SELECT json_build_object('contactId', c.id, 'accountId', a.id, 'recipientId', c.instagram_user_id,
                                 'accountInstagramId', a.instagram_user_id, 'sealedToken', a.access_token_sealed)
        FROM instagram_account a
        WHERE a.id = c.instagram_account_id AND a.status = 'connected' AND a.access_token_sealed IS NOT NULL) END,
      'status', v.status, 'automationPausedUntil', to_ms(v.automation_paused_until),
      'lastAutomatedAt', to_ms(v.last_bot_message_at), 'lastDefaultReplyAt', to_ms(v.last_default_reply_at),
      'lastUserMessageAt', to_ms(v.last_user_message_at),
      'run', run.state, 'outcome', run.outcome,
      'events', coalesce(events.list, '[]'::json))), '[]'::json)
    INTO v_turns
    FROM unnest(p_contacts) AS due(id)
    JOIN contact c ON c.id = due.id
    JOIN conversation v ON v.contact_id = c.id
    LEFT JOIN contact_wake w ON w.contact_id = c.id AND w.contact_id = ANY (p_contacts)
    LEFT JOIN LATERAL (
      SELECT f.state, (
        SELECT json_build_object('key', o.idempotency_key, 'status', o.status, 'errorCode', o.error_code)
        FROM outbound_message o
        WHERE f.waiting_for = 'effect' AND o.idempotency_key = f.state->'waitingFor'->>'key'
          AND (o.status IN ('sent', 'failed', 'cancelled')
               OR (o.status = 'uncertain' AND o.finished_at IS NOT NULL))) AS outcome
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
    ) events
    WHERE c.id = ANY (p_contacts) AND v.contact_id = ANY (p_contacts);
  RETURN v_turns;
END $$;
`;
