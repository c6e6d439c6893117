import type { WorkspaceRole } from '@instaflow/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';
import { canDo, type Ability } from './can-do';
import { useAccount } from './use-account';

/** Reads the workspaces of the signed-in person, with their role in each. */
export const workspacesQuery = queryOptions({
  queryKey: queryKeys.workspaces,
  queryFn: ({ signal }) => callApi('listWorkspaces', { query: { limit: 100 } }, { signal }),
  staleTime: 5 * 60_000,
});

/** The workspaces of the signed-in person, with their role in each. */
export function useWorkspaces() {
  return useQuery(workspacesQuery);
}

/** What the signed-in person may do in the workspace of the current account; nothing while that is unknown. */
export function useAccess(workspaceId?: string): {
  role: WorkspaceRole | null;
  can: (ability: Ability) => boolean;
} {
  const account = useAccount();
  const wanted = workspaceId ?? account?.workspaceId;
  const workspaces = useWorkspaces().data?.workspaces;
  const role = workspaces?.find((workspace) => workspace.workspaceId === wanted)?.role ?? null;
  return { role, can: (ability) => role !== null && canDo(role, ability) };
}
