/**
 * The conditions of a list of flows f: $1 account, $2 workspace, $3 pattern, $4 status, $5 folder. A zero id as folder means
 * flows in none.
 */
export const flowConditions = `
CREATE OR REPLACE FUNCTION flow_conditions(p_pattern text, p_status text, p_folder uuid, p_archived boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 'f.instagram_account_id = $1 AND f.workspace_id = $2 AND f.deleted_at IS NULL'
  || CASE WHEN p_archived THEN ' AND f.archived_at IS NOT NULL' ELSE ' AND f.archived_at IS NULL' END
  || CASE WHEN p_pattern IS NULL THEN '' ELSE ' AND f.search_text ILIKE $3' END
  || CASE WHEN p_status IS NULL THEN '' ELSE ' AND f.status = $4' END
  || CASE WHEN p_folder IS NULL THEN ''
          WHEN p_folder = '00000000-0000-0000-0000-000000000000' THEN ' AND f.folder_id IS NULL'
          ELSE ' AND f.folder_id = $5' END;
`;
