/** Whether an account is of that workspace, and the request that `inWorkspaces` runs may see it. */
export const isCallersAccount = `
CREATE OR REPLACE FUNCTION is_callers_account(p_account uuid, p_workspace uuid) RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(p_workspace = ANY (NULLIF(current_setting('app.workspace_ids', true), '')::uuid[]), false)
  AND EXISTS (SELECT FROM instagram_account a WHERE a.id = p_account AND a.workspace_id = p_workspace);
`;
