import type { ConnectableAccount } from '@instaflow/contracts';
import { accountRepository } from '@instaflow/db';
import type { Dependencies } from '../dependencies';
import type { LinkedPage } from './read-facebook-grant';

/** What a person must be allowed to do on a Page. */
const neededTasks = ['MESSAGING', 'MODERATE'];

/** The accounts of a login as they are shown for choosing, each with what keeps it from being connected. */
export async function listConnectable(
  { engineSource }: Pick<Dependencies, 'engineSource'>,
  { pages, workspaceId }: { pages: readonly LinkedPage[]; workspaceId: string },
): Promise<ConnectableAccount[]> {
  const accounts: ConnectableAccount[] = [];
  for (const page of pages) {
    const holder = await accountRepository.findHolder(engineSource.manager, page.instagramUserId);
    const isHeldElsewhere = holder !== null && holder.workspaceId !== workspaceId;
    accounts.push({
      instagramUserId: page.instagramUserId,
      instagramUsername: page.instagramUsername,
      instagramPageId: page.pageId,
      pageName: page.name,
      problem: isHeldElsewhere ? heldElsewhere : problemOfTasks(page),
    });
  }
  return accounts;
}

const heldElsewhere = 'This account is connected in another workspace. Disconnect it there first.';

/** Facebook leaves tasks out for some Pages; the first message tells then. */
function problemOfTasks({ tasks }: LinkedPage): string | null {
  const lacks = tasks.length > 0 && neededTasks.some((task) => !tasks.includes(task));
  return lacks
    ? 'Your role on the Page does not include messages and comments. Ask an admin of the Page for it.'
    : null;
}
