/**
 * The conditions of a list of flows f by its filter (see search_flows): $1 account, $2 workspace, $3 the filter. `folder`
 * `none` means flows in none.
 */
export const flowConditions = `
CREATE OR REPLACE FUNCTION flow_conditions(p_filter jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 'f.instagram_account_id = $1 AND f.workspace_id = $2 AND f.deleted_at IS NULL'
  || CASE WHEN p_filter @> '{"isArchived": true}' THEN ' AND f.archived_at IS NOT NULL' ELSE ' AND f.archived_at IS NULL' END
  || CASE WHEN p_filter @> '{"hasErrors": true}' THEN ' AND f.error_count > 0' ELSE '' END
  || CASE WHEN p_filter ->> 'wordStart' IS NOT NULL THEN
            ' AND to_tsvector(''simple''::regconfig, left(f.search_text, 50000)) @@ ($3 ->> ''wordStart'')::tsquery'
          WHEN p_filter ->> 'pattern' IS NOT NULL THEN ' AND f.search_text ILIKE ($3 ->> ''pattern'')'
          ELSE '' END
  || CASE WHEN p_filter ->> 'status' IS NULL THEN '' ELSE ' AND f.status = ($3 ->> ''status'')' END
  || CASE WHEN p_filter ->> 'triggerType' IS NULL THEN '' ELSE
       ' AND EXISTS (SELECT FROM flow_trigger t WHERE t.flow_id = f.id AND t.type = ($3 ->> ''triggerType''))' END
  || CASE WHEN p_filter ->> 'ownerId' IS NULL THEN '' ELSE ' AND f.created_by_user_id = ($3 ->> ''ownerId'')::uuid' END
  || CASE WHEN p_filter ->> 'folder' IS NULL THEN ''
          WHEN p_filter ->> 'folder' = 'none' THEN ' AND f.folder_id IS NULL'
          ELSE ' AND f.folder_id = ($3 ->> ''folder'')::uuid' END;
`;
