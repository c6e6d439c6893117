import { v7 } from 'uuid';
import type { FlowDefinition } from '@instaflow/flow-model';
import type { Harness } from './create-harness';
import type { SeededAccount } from './seed-account';

/** One more published flow of an account, started by a word. */
export const addFlow = async (
  harness: Pick<Harness, 'query'>,
  { workspaceId, accountId }: SeededAccount,
  { definition, word }: { definition: FlowDefinition; word: string },
): Promise<string> => {
  const [flowId, versionId] = [v7(), v7()];
  const document = JSON.stringify(definition);
  await harness.query(
    `INSERT INTO flow (id, workspace_id, instagram_account_id, name, flow_definition, status)
     VALUES ($1, $2, $3, 'Other', $4, 'active')`,
    [flowId, workspaceId, accountId, document],
  );
  await harness.query(
    `INSERT INTO flow_version (id, workspace_id, flow_id, version, definition) VALUES ($1, $2, $3, 1, $4)`,
    [versionId, workspaceId, flowId, document],
  );
  await harness.query('UPDATE flow SET published_version_id = $2 WHERE id = $1', [flowId, versionId]);
  await harness.query(
    `INSERT INTO flow_trigger (id, workspace_id, instagram_account_id, flow_id, type, keyword)
     VALUES ($1, $2, $3, $4, 'dm_keyword', $5)`,
    [v7(), workspaceId, accountId, flowId, word],
  );
  await harness.query(
    `INSERT INTO account_revision AS r (instagram_account_id, workspace_id) VALUES ($1, $2)
     ON CONFLICT (instagram_account_id) DO UPDATE SET revision = r.revision + 1`,
    [accountId, workspaceId],
  );
  return flowId;
};
