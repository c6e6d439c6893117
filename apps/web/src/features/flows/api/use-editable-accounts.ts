import type { InstagramAccount } from '@instaflow/contracts';
import { canDo } from '../../../shared/account/can-do';
import { useWorkspaces } from '../../../shared/account/use-access';
import { useAccounts } from '../../../shared/account/use-accounts';

/** The accounts in which the signed-in person may make flows. */
export function useEditableAccounts(): InstagramAccount[] {
  const workspaces = useWorkspaces().data?.workspaces ?? [];
  const accounts = useAccounts().data?.instagramAccounts ?? [];
  const editable = workspaces.flatMap(({ workspaceId, role }) =>
    canDo(role, 'editFlows') ? [workspaceId] : [],
  );
  return accounts.filter(({ workspaceId }) => editable.includes(workspaceId));
}
