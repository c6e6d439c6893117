/** `app.workspace_ids` is an array literal such as `{uuid,uuid}`; unset or empty means: sees nothing. */
const callerWorkspaces = `ANY ((NULLIF(current_setting('app.workspace_ids', true), ''))::uuid[])`;

/** Requests see only the rows of the caller's workspaces, which `inWorkspaces` names; the engine sees all. */
export const rowLevelSecurity = (table: string, key = 'workspace_id'): string => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY ${table}_app ON ${table} TO instaflow_app
  USING (${key} = ${callerWorkspaces}) WITH CHECK (${key} = ${callerWorkspaces});
CREATE POLICY ${table}_engine ON ${table} TO instaflow_engine USING (true) WITH CHECK (true);
`;
