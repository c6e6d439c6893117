/** The conditions of a search for contacts c: $1 account, $2 workspace, $3 pattern, $4 tag. */
export const contactConditions = `
CREATE OR REPLACE FUNCTION contact_conditions(p_pattern text, p_tag text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 'c.instagram_account_id = $1 AND c.workspace_id = $2'
  || CASE WHEN p_pattern IS NULL THEN '' ELSE
       ' AND coalesce(c.instagram_username, c.first_name, c.last_name) IS NOT NULL'
       || ' AND contact_search_text(c.instagram_username, c.first_name, c.last_name) ILIKE $3' END
  || CASE WHEN p_tag IS NULL THEN '' ELSE ' AND c.tags <> ''{}'' AND c.tags @> ARRAY[$4]' END;
`;
