import type { AddressInfo } from 'node:net';
import { endpoints } from '@instaflow/contracts';
import { facebookScopes, logInAtFacebook } from './log-in-at-facebook';
import type { TestUser } from './scenario';
import { simulatorAppId, startRealSimulator } from './start-real-simulator';
import { startTestApp } from './start-test-app';

export type Shop = { userId: string; pageId: string; username: string };
export type FacebookCall = {
  method: string;
  path: string;
  result: string;
  token: { login: string } | null;
  body: Record<string, unknown>;
};
export type FacebookScene = Awaited<ReturnType<typeof startFacebookScene>>;

/** The program and a simulated Instagram whose accounts have Pages, webhooks between them. */
export async function startFacebookScene() {
  const simulator = await startRealSimulator();
  const test = await startTestApp({
    graphUrl: simulator.url,
    env: { INSTAGRAM_APP_ID: simulatorAppId },
    workers: true,
    listen: true,
  });
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  await simulator.control('POST', '/webhook', { url: `http://127.0.0.1:${port}/api/v1/webhooks/instagram` });
  return {
    simulator,
    test,
    createShop: async () => (await simulator.control('POST', '/accounts', {})) as Shop,
    logIn: (user: TestUser, shops: Shop[], scopes: readonly string[] = facebookScopes) =>
      logInAtFacebook(test, user, { accounts: shops.map(({ userId }) => userId), scopes }),
    accountsOf: async ({ token }: TestUser) =>
      (await test.api.ok(endpoints.listAccounts, { token })).instagramAccounts,
    callsTo: async (path: string) =>
      (
        (await simulator.control('GET', `/ledger?type=graph&path=${path}`)) as {
          entries: FacebookCall[];
        }
      ).entries,
    stop: async () => {
      await test.close();
      await simulator.stop();
    },
  };
}
