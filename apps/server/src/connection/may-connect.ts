import type { WorkspaceRole } from '@instaflow/contracts';
import { forbidden, notFound } from '@instaflow/platform';
import type { Caller } from '../http/call';

/** Whether a role in a workspace may connect accounts to it. */
export const mayConnect = (role: WorkspaceRole | undefined): boolean => role === 'owner' || role === 'admin';

/** The named workspace, else the caller's own, else their first. Throws 404 for one of others, 403 for too small a role. */
export function chooseWorkspace({ memberships }: Pick<Caller, 'memberships'>, named?: string): string {
  const all = [...memberships];
  const chosen = named ?? (all.find(([, role]) => role === 'owner') ?? all[0])?.[0];
  const role = chosen === undefined ? undefined : memberships.get(chosen);
  if (chosen === undefined || role === undefined) throw notFound();
  if (!mayConnect(role)) throw forbidden();
  return chosen;
}
