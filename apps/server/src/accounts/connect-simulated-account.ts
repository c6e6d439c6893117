import { request } from 'undici';
import { z } from 'zod';
import type { InstagramAccount } from '@instaflow/contracts';
import { conflict, unavailable } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { connectAccount } from './connect-account';

const createdAccount = z.object({ userId: z.string(), username: z.string(), accessToken: z.string() });

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
  const created = await createAtSimulator(deps.simulatorUrl, input.username);
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

async function createAtSimulator(
  simulatorUrl: Dependencies['simulatorUrl'],
  username: string | undefined,
): Promise<z.infer<typeof createdAccount>> {
  let answer;
  try {
    answer = await request(`${simulatorUrl}/_control/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(username === undefined ? {} : { username }),
      headersTimeout: 5_000,
      bodyTimeout: 5_000,
    });
  } catch (cause) {
    throw unavailable({ message: 'The simulator does not answer. Restart the program.', cause });
  }
  const body: unknown = await answer.body.json();
  if (answer.statusCode === 409) {
    throw conflict({ message: 'The simulator has an account with this user name already.' });
  }
  const parsed = createdAccount.safeParse(body);
  if (!parsed.success) throw unavailable({ message: 'The simulator did not create the account.' });
  return parsed.data;
}
