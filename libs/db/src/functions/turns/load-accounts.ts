/**
 * Accounts as the engine needs them: settings, flows that listen with their triggers, a paused flow (which says so also to
 * the people who stand in it, `isHeld`), posts of triggers, items of ice breakers and menu that name a flow. The revision comes
 * from the same snapshot as the rest.
 */
export const loadAccounts = `
CREATE OR REPLACE FUNCTION load_accounts(p_accounts uuid[]) RETURNS json
LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_agg(json_build_object(
    'accountId', a.id,
    'revision', coalesce((SELECT r.revision FROM account_revision r WHERE r.instagram_account_id = a.id), 0),
    'username', a.instagram_username, 'settings', a.settings, 'status', a.status,
    'pausedAt', to_ms(coalesce(a.paused_at, a.disconnected_at)),
    'triggers', coalesce((
      SELECT json_agg(json_build_object(
        'id', t.id, 'flowId', t.flow_id, 'type', t.type, 'keyword', t.keyword, 'match', t.match,
        'allowTypos', t.allow_typos, 'excludeKeywords', t.exclude_keywords, 'priority', t.priority,
        'oncePerContactHours', t.once_per_contact_hours, 'postPermalink', t.post_permalink,
        'postScope', t.post_scope, 'mediaId', t.media_id, 'oncePerPost', t.once_per_post,
        'publicReplies', t.public_replies, 'isActive', t.status = 'active', 'createdAt', to_ms(t.created_at))
        ORDER BY t.created_at, t.id)
      FROM flow_trigger t JOIN flow f ON f.id = t.flow_id
      WHERE t.instagram_account_id = a.id AND f.deleted_at IS NULL), '[]'::json),
    'taps', coalesce((
      SELECT json_agg(json_build_object('kind', p.kind, 'payload', i->>'payload', 'flowId', i->>'flowId'))
      FROM messenger_profile p, jsonb_path_query(p.sets, '$[*].items[*]') i
      WHERE p.instagram_account_id = a.id AND i->>'flowId' IS NOT NULL), '[]'::json),
    'flows', coalesce((
      SELECT json_agg(json_build_object(
        'flowId', f.id, 'flowVersionId', f.published_version_id, 'name', f.name,
        'isPaused', f.status <> 'active' OR f.paused_at IS NOT NULL, 'isHeld', f.paused_at IS NOT NULL))
      FROM flow f
      WHERE f.instagram_account_id = a.id AND f.deleted_at IS NULL
        AND f.published_version_id IS NOT NULL), '[]'::json))), '[]'::json)
  FROM instagram_account a WHERE a.id = ANY (p_accounts)
);
`;
