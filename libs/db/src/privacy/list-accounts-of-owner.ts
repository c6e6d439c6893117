import type { Database } from '../turns/database';

export type OwnedAccount = { id: string; workspaceId: string; status: string };

/** The accounts an Instagram user connected, in whichever workspace, by the id Meta's callbacks name. */
export const listAccountsOfOwner = (source: Database, subjectId: string): Promise<OwnedAccount[]> =>
  source.query<OwnedAccount[]>(
    `SELECT id, workspace_id AS "workspaceId", status FROM instagram_account
     WHERE app_scoped_user_id = $1 OR instagram_user_id = $1 ORDER BY id`,
    [subjectId],
  );
