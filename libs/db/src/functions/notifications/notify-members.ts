/** Tells the members of a workspace that have one of `p_roles`. `p_notice`: accountId, kind, key and what it is about. */
export const notifyMembers = `
CREATE OR REPLACE FUNCTION notify_members(p_workspace uuid, p_roles text[], p_notice jsonb, p_is_in_app boolean, p_is_mail boolean,
                               p_now timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  WITH told AS (
    INSERT INTO notification (id, workspace_id, user_id, instagram_account_id, kind, dedupe_key, reason, message, flow_id,
                              run_id, node_id, contact_id, conversation_id, is_in_app, created_at, mail_status, mail_due_at)
    SELECT new_turn_id(p_now), p_workspace, m.user_id, x."accountId", x.kind, x.key, x.reason, x.message, x."flowId",
           x."runId", x."nodeId", x."contactId", x."conversationId", p_is_in_app, p_now,
           CASE WHEN p_is_mail THEN 'queued' END, CASE WHEN p_is_mail THEN p_now END
    FROM jsonb_to_record(p_notice) AS x("accountId" uuid, kind text, key text, reason text, message text, "flowId" uuid,
      "runId" uuid, "nodeId" text, "contactId" uuid, "conversationId" uuid)
    JOIN workspace_member m ON m.workspace_id = p_workspace AND m.role = ANY (p_roles)
    JOIN app_user u ON u.id = m.user_id AND u.status = 'active'
    ORDER BY m.user_id
    ON CONFLICT DO NOTHING
    RETURNING id, workspace_id, instagram_account_id, is_in_app
  ), streamed AS (
    INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
    SELECT t.workspace_id, t.instagram_account_id, 'notification.created', t.id FROM told t WHERE t.is_in_app
  )
  SELECT count(*) INTO v_count FROM told;
  RETURN v_count;
END $$;
`;
