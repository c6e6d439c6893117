/** What the turns of winning contacts tell the team (all who may answer people) or the owners. In the transaction of apply_turns. */
export const tellTeam = `
CREATE OR REPLACE FUNCTION tell_team(p_notices jsonb, p_applied json, p_now timestamptz) RETURNS integer
LANGUAGE sql AS $$
  SELECT coalesce(sum(notify_members(
    (n->>'workspaceId')::uuid,
    CASE n->>'audience' WHEN 'team' THEN ARRAY['owner', 'admin', 'editor', 'agent'] ELSE ARRAY['owner'] END,
    n, (n->>'isInApp')::boolean, (n->>'isMail')::boolean, p_now)), 0)::integer
  FROM jsonb_array_elements(p_notices) AS n
  WHERE n->>'contactId' IN (SELECT json_array_elements_text(p_applied->'winners'))
$$;
`;
