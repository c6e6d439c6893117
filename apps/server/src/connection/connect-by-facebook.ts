import type { AccountChoice, InstagramAccount, LoginProblem } from '@instaflow/contracts';
import { listMissingPermissions, type Permission } from '@instaflow/instagram';
import { keepChoice, showChoice, type Chooser } from './account-choices';
import type { ConnectParts } from './connect-long-lived';
import { connectPage } from './connect-page';
import { listConnectable } from './list-connectable';
import type { FacebookGrant } from './read-facebook-grant';

type Outcome = { missing: Permission[] } & (
  | { kind: 'connected'; account: InstagramAccount }
  | { kind: 'choose'; choice: AccountChoice }
  | { kind: 'problem'; problem: Extract<LoginProblem, 'missing_permissions' | 'no_pages'> }
);

/**
 * What a login with Facebook comes to: the one account it opens is connected; of several, or of one that cannot be
 * connected, the owner is shown a choice. `pageId` names the Page beforehand. Throws as `connectAccount`.
 */
export async function connectByFacebook(
  parts: ConnectParts,
  { grant, chooser, pageId = null }: { grant: FacebookGrant; chooser: Chooser; pageId?: string | null },
): Promise<Outcome> {
  const missing = listMissingPermissions('facebook', grant.permissions);
  if (missing.some(({ isRequired }) => isRequired)) {
    return { kind: 'problem', problem: 'missing_permissions', missing };
  }
  const pages = grant.pages.filter((page) => pageId === null || page.pageId === pageId);
  const [page] = pages;
  if (page === undefined) return { kind: 'problem', problem: 'no_pages', missing };
  const [only, another] = await listConnectable(parts, { pages, workspaceId: chooser.workspaceId });
  if (another === undefined && only?.problem === null) {
    return { kind: 'connected', account: await connectPage(parts, { page, grant, owner: chooser }), missing };
  }
  const kept = await keepChoice(parts, { grant: { ...grant, pages }, chooser });
  return { kind: 'choose', choice: await showChoice(parts, kept), missing };
}
