import { v7 } from 'uuid';
import type { Database } from '@instaflow/db';
import { flow, message, start, tagContact, type FlowDefinition } from '@instaflow/flow-model';

export type SeededAccount = {
  workspaceId: string;
  userId: string;
  accountId: string;
  instagramUserId: string;
  flowId: string;
  flowVersionId: string;
  triggerId: string;
};

let count = 0;

/** A connected account with one published flow and one keyword trigger "hi". `database` speaks as the engine or owner. */
export const seedAccount = async (
  database: Database,
  {
    settings = {},
    definition = flow(start(), message('Hello!'), tagContact('greeted')),
  }: { settings?: object; definition?: FlowDefinition } = {},
): Promise<SeededAccount> => {
  count += 1;
  const ids = {
    workspaceId: v7(),
    userId: v7(),
    accountId: v7(),
    instagramUserId: `178414${String(Date.now()).slice(-7)}${String(count).padStart(4, '0')}`,
    flowId: v7(),
    flowVersionId: v7(),
    triggerId: v7(),
  };
  const insert = (sql: string, parameters: unknown[]) => database.query(sql, parameters);
  await insert('INSERT INTO workspace (id, name) VALUES ($1, $2)', [ids.workspaceId, 'W']);
  await insert('INSERT INTO app_user (id, email, password_hash) VALUES ($1, $2, $3)', [
    ids.userId,
    `${ids.userId}@example.com`,
    'x',
  ]);
  await insert(
    `INSERT INTO instagram_account (id, workspace_id, instagram_user_id, instagram_username, settings, access_token_sealed)
     VALUES ($1, $2, $3, 'shop', $4, 'sealed')`,
    [ids.accountId, ids.workspaceId, ids.instagramUserId, JSON.stringify(settings)],
  );
  await insert(
    `INSERT INTO flow (id, workspace_id, instagram_account_id, name, flow_definition, status)
     VALUES ($1, $2, $3, 'Greeting', $4, 'active')`,
    [ids.flowId, ids.workspaceId, ids.accountId, JSON.stringify(definition)],
  );
  await insert(
    `INSERT INTO flow_version (id, workspace_id, flow_id, version, definition) VALUES ($1, $2, $3, 1, $4)`,
    [ids.flowVersionId, ids.workspaceId, ids.flowId, JSON.stringify(definition)],
  );
  await insert('UPDATE flow SET published_version_id = $2 WHERE id = $1', [ids.flowId, ids.flowVersionId]);
  await insert(
    `INSERT INTO flow_trigger (id, workspace_id, instagram_account_id, flow_id, type, keyword)
     VALUES ($1, $2, $3, $4, 'dm_keyword', 'hi')`,
    [ids.triggerId, ids.workspaceId, ids.accountId, ids.flowId],
  );
  return ids;
};
