import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { inEngine, userRepository, withFileLock, workspaceRepository, type UserEntity } from '@instaflow/db';
import { hashPassword } from '../auth/passwords';
import type { Dependencies } from '../dependencies';
import { demoEmail } from './demo-login';
import { seedDemoAccount } from './seed-demo-account';
import { seedDemoFlows } from './seed-demo-flows';

/**
 * Makes sure there is a demo login with a workspace, a simulated account and two live flows. Repeatable: what is there
 * stays as it is. Answers the address of the test phone; null without the simulator.
 */
export async function seedDemo(deps: Dependencies): Promise<string | null> {
  const { simulatorUrl } = deps;
  const { demoPassword: password, dataDir } = deps.config;
  if (simulatorUrl === null || password === null) return null;
  // Two processes of one folder may start at the same moment; the second finds everything there.
  return withFileLock(join(dataDir, 'demo.lock'), lockPatienceMs, () =>
    seed(deps, { simulatorUrl, password }),
  );
}

const lockPatienceMs = 60_000;

async function seed(
  deps: Dependencies,
  { simulatorUrl, password }: { simulatorUrl: string; password: string },
): Promise<string> {
  const user = await ensureUser(deps, password);
  const workspaceId = await ensureWorkspace(deps, user);
  const { account, personId } = await seedDemoAccount(deps, { simulatorUrl, workspaceId, userId: user.id });
  await seedDemoFlows(deps, {
    workspaceId,
    accountId: account.instagramAccountId,
    userId: user.id,
  });
  const phone = new URL(simulatorUrl);
  phone.searchParams.set('account', account.instagramUserId);
  if (personId !== null) phone.searchParams.set('person', personId);
  return phone.toString();
}

async function ensureUser({ engineSource }: Dependencies, password: string): Promise<UserEntity> {
  const known = await userRepository.findByEmail(engineSource.manager, demoEmail);
  if (known !== null) return known;
  const passwordHash = await hashPassword(password);
  const user = { id: newId(), email: demoEmail, passwordHash, firstName: 'Demo', lastName: '' };
  const created = await inEngine(engineSource, (tx) => userRepository.create(tx, user));
  // Another process of this folder was faster.
  return created ?? ensureUserAgain(engineSource);
}

async function ensureUserAgain(engineSource: Dependencies['engineSource']): Promise<UserEntity> {
  const user = await userRepository.findByEmail(engineSource.manager, demoEmail);
  if (user === null) throw new Error('the demo user vanished while it was created');
  return user;
}

async function ensureWorkspace({ engineSource }: Dependencies, user: UserEntity): Promise<string> {
  return inEngine(engineSource, async (tx) => {
    const [known] = await workspaceRepository.listIdsOwnedBy(tx, user.id);
    if (known !== undefined) return known;
    const workspace = await workspaceRepository.createOwned(tx, {
      id: newId(),
      name: 'Demo shop',
      timezone: 'UTC',
      ownerUserId: user.id,
    });
    return workspace.id;
  });
}
