import { personName } from '../../users/person-name';

/** Takes up to `p_limit` mails that are due under a lease, with all that writing them takes. */
export const claimMails = `
CREATE OR REPLACE FUNCTION claim_mails(p_lease uuid, p_limit integer, p_lease_ms integer, p_now timestamptz) RETURNS json
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE v_rows json;
BEGIN
  WITH due AS (
    SELECT n.id FROM notification n WHERE n.mail_status IN ('queued', 'sending') AND n.mail_due_at <= p_now
    ORDER BY n.mail_due_at LIMIT p_limit FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE notification n SET mail_status = 'sending', mail_lease_id = p_lease, mail_attempts = n.mail_attempts + 1,
      mail_due_at = p_now + p_lease_ms * interval '1 millisecond'
    FROM due d WHERE n.id = d.id
    RETURNING n.*
  )
  SELECT json_agg(json_build_object(
    'id', t.id, 'attempts', t.mail_attempts, 'address', u.email, 'kind', t.kind, 'reason', t.reason,
    'message', coalesce(t.message, CASE WHEN c.deleted_at IS NULL THEN c.text END),
    'accountId', t.instagram_account_id, 'flowId', t.flow_id, 'contactId', t.contact_id,
    'conversationId', t.conversation_id, 'accountName', a.instagram_username, 'flowName', f.name,
    'commentId', t.comment_id, 'authorName', ${personName('w')}))
  INTO v_rows
  FROM taken t JOIN app_user u ON u.id = t.user_id
  LEFT JOIN instagram_account a ON a.id = t.instagram_account_id
  LEFT JOIN flow f ON f.id = t.flow_id
  LEFT JOIN flow_comment c ON c.id = t.comment_id
  LEFT JOIN app_user w ON w.id = c.author_user_id;
  RETURN coalesce(v_rows, '[]'::json);
END $$;
`;
