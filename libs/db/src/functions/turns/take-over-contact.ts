/** A person answers. `p_mid` is set when they did so in the Instagram app and their message has to be logged. */
export const takeOverContact = `
CREATE OR REPLACE FUNCTION take_over_contact(p_contact uuid, p_user uuid, p_now timestamptz, p_message jsonb) RETURNS boolean
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
