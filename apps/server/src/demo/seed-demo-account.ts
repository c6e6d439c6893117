import { z } from 'zod';
import type { InstagramAccount } from '@instaflow/contracts';
import { accountRepository, inWorkspaces } from '@instaflow/db';
import { connectAccount } from '../accounts/connect-account';
import { toAccount } from '../accounts/to-account';
import type { Dependencies } from '../dependencies';
import { callSimulator } from './simulator-control';

const username = 'demo.shop';
const simulatedAccount = z.object({
  userId: z.string(),
  username: z.string(),
  accessToken: z.string().nullable(),
});
const persons = [
  { username: 'mia.keller', name: 'Mia Keller', follows: true },
  { username: 'jonas.weber', name: 'Jonas Weber', follows: false },
];

type Place = { simulatorUrl: string; workspaceId: string; userId: string };
export type DemoAccount = { account: InstagramAccount; personId: string | null };

/** The demo shop at the simulator with two people and a post, connected to the demo workspace. */
export async function seedDemoAccount(deps: Dependencies, place: Place): Promise<DemoAccount> {
  const { simulatorUrl, workspaceId, userId } = place;
  const simulated = await ensureSimulated(simulatorUrl);
  const personId = await ensurePeople(simulatorUrl, simulated.userId);
  await ensurePost(simulatorUrl, simulated.userId);
  const holder = await accountRepository.findHolder(deps.engineSource.manager, simulated.userId);
  if (holder !== null) {
    const known = await inWorkspaces(deps.appSource, [holder.workspaceId], (tx) =>
      accountRepository.find(tx, holder),
    );
    if (known !== null && known.status === 'connected') return { account: toAccount(known, null), personId };
  }
  const account = await connectAccount(deps, {
    workspaceId,
    connectedByUserId: userId,
    instagramPageId: null,
    instagramUserId: simulated.userId,
    instagramUsername: simulated.username,
    accessToken: simulated.accessToken ?? '',
    tokenExpiresAt: null,
  });
  return { account, personId };
}

async function ensureSimulated(simulatorUrl: string): Promise<z.infer<typeof simulatedAccount>> {
  const { accounts } = await callSimulator(simulatorUrl, {
    method: 'GET',
    path: '/accounts',
    answer: z.object({ accounts: z.array(simulatedAccount) }),
  });
  const known = accounts.find((account) => account.username === username);
  if (known !== undefined) return known;
  return callSimulator(simulatorUrl, {
    method: 'POST',
    path: '/accounts',
    body: { username, name: 'Demo shop' },
    answer: simulatedAccount,
  });
}

async function ensurePeople(simulatorUrl: string, accountId: string): Promise<string | null> {
  const path = `/accounts/${accountId}/persons`;
  const person = z.object({ igsid: z.string() });
  const answer = z.object({ persons: z.array(person) });
  const known = await callSimulator(simulatorUrl, { method: 'GET', path, answer });
  if (known.persons[0] !== undefined) return known.persons[0].igsid;
  const created: string[] = [];
  for (const body of persons) {
    created.push((await callSimulator(simulatorUrl, { method: 'POST', path, body, answer: person })).igsid);
  }
  return created[0] ?? null;
}

async function ensurePost(simulatorUrl: string, accountId: string): Promise<void> {
  const path = `/accounts/${accountId}/posts`;
  const answer = z.object({ posts: z.array(z.looseObject({})) });
  const known = await callSimulator(simulatorUrl, { method: 'GET', path, answer });
  if (known.posts.length > 0) return;
  await callSimulator(simulatorUrl, {
    method: 'POST',
    path,
    body: { caption: 'New in our shop. Comment PRICE and we send you the list.' },
    answer: z.looseObject({}),
  });
}
