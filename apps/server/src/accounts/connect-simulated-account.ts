import type { InstagramAccount } from '@instaflow/contracts';
import { conflict } from '@instaflow/platform';
import { connectAccount } from './connect-account';
import { createAtSimulator } from './create-at-simulator';

/** Creates an account at the built-in simulator and connects it. 409 without the simulator, or when the name is taken. */
export async function connectSimulatedAccount(
  deps: Parameters<typeof connectAccount>[0],
  input: { workspaceId: string; userId: string; username?: string | undefined },
): Promise<InstagramAccount> {
  if (deps.simulatorUrl === null) {
    throw conflict({
      code: 'simulator_not_running',
      message: 'This installation talks to Instagram itself; there is no simulator.',
    });
  }
  const created = await createAtSimulator(deps.simulatorUrl, { username: input.username });
  if (created === null) {
    throw conflict({ message: 'The simulator has an account with this user name already.' });
  }
  return connectAccount(deps, {
    workspaceId: input.workspaceId,
    connectedByUserId: input.userId,
    instagramPageId: null,
    instagramUserId: created.userId,
    instagramUsername: created.username,
    accessToken: created.accessToken,
    tokenExpiresAt: null,
  });
}
