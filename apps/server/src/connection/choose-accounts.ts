import type { endpoints, InstagramAccount, ResponseOf } from '@instaflow/contracts';
import { accountChoiceRepository } from '@instaflow/db';
import { AppError } from '@instaflow/platform';
import type { Caller } from '../http/call';
import { openChoice } from './account-choices';
import { chooseWorkspace } from './may-connect';
import type { ConnectParts } from './connect-long-lived';
import { connectPage } from './connect-page';

type Chosen = ResponseOf<typeof endpoints.chooseAccounts>;

/**
 * Connects the chosen accounts one after the other and says of each that could not be, why. The choice is over as soon as
 * one is connected; until then it may be made again.
 */
export async function chooseAccounts(
  parts: ConnectParts,
  input: {
    connectionId: string;
    instagramUserIds: readonly string[];
    caller: Caller;
    browser: string | null;
  },
): Promise<Chosen> {
  const { connectionId: id, caller, browser } = input;
  const { grant, workspaceId } = await openChoice(parts, { id, caller, browser });
  chooseWorkspace(caller, workspaceId);
  const owner = { workspaceId, userId: caller.userId };
  const instagramAccounts: InstagramAccount[] = [];
  const problems: Chosen['problems'] = [];
  for (const instagramUserId of new Set(input.instagramUserIds)) {
    const page = grant.pages.find((candidate) => candidate.instagramUserId === instagramUserId);
    if (page === undefined) {
      problems.push({
        instagramUserId,
        code: 'not_found',
        message: 'This account was not part of the login.',
      });
      continue;
    }
    try {
      instagramAccounts.push(await connectPage(parts, { page, grant, owner }));
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'unexpected') throw error;
      problems.push({ instagramUserId, code: error.code, message: error.message });
    }
  }
  if (instagramAccounts.length > 0) await accountChoiceRepository.end(parts.engineSource.manager, id);
  return { instagramAccounts, problems };
}
