import { createDataSource } from '@instaflow/db';

/**
 * Makes somebody who is registered a member of a workspace, in the database of a running program: nobody can be invited
 * through the API. The program notices within seconds.
 */
export async function addWorkspaceMember({
  databaseUrl,
  workspaceId,
  userId,
  role,
}: {
  databaseUrl: string;
  workspaceId: string;
  userId: string;
  role: 'owner' | 'admin' | 'editor' | 'agent' | 'viewer';
}): Promise<void> {
  const source = createDataSource({
    url: databaseUrl,
    role: 'owner',
    poolSize: 1,
    onError: () => undefined,
  });
  await source.initialize();
  try {
    await source.query('INSERT INTO workspace_member (workspace_id, user_id, role) VALUES ($1, $2, $3)', [
      workspaceId,
      userId,
      role,
    ]);
  } finally {
    await source.destroy();
  }
}
