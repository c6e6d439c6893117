import type { AddressInfo } from 'node:net';
import { endpoints, type Conversation, type InstagramAccount } from '@instaflow/contracts';
import type { LoginKind } from '@instaflow/instagram';
import { waitFor } from '@instaflow/testing';
import { logInAtFacebook } from './log-in-at-facebook';
import { signUp, type TestUser } from './scenario';
import { simulatorAppId, startRealSimulator, type RealSimulator } from './start-real-simulator';
import { startTestApp, type TestApp } from './start-test-app';

/** A call of Graph as the simulator's ledger has it. */
export type LedgerCall = {
  method: string;
  path: string;
  result: 'accepted' | 'rejected' | 'unanswered';
  status: number | null;
  token: { login: string } | null;
  body: Record<string, unknown>;
};
type Shop = { userId: string; pageId: string; username: string; accessToken: string };

/** A server with its workers at a simulator of its own, with an account and people who write to it. */
export class SimulatedShop {
  private constructor(
    readonly simulator: RealSimulator,
    readonly test: TestApp,
    readonly user: TestUser,
    readonly shop: Shop,
    readonly account: InstagramAccount,
  ) {}

  static async open({ login = 'instagram' }: { login?: LoginKind } = {}): Promise<SimulatedShop> {
    const simulator = await startRealSimulator();
    const env = { INSTAGRAM_APP_ID: simulatorAppId };
    const test = await startTestApp({ graphUrl: simulator.url, env, workers: true, listen: true });
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/api/v1/webhooks/instagram`;
    await simulator.control('POST', '/webhook', { url });
    return SimulatedShop.connect({ simulator, test, user: await signUp(test), login });
  }

  private static async connect(parts: {
    simulator: RealSimulator;
    test: TestApp;
    user: TestUser;
    login: LoginKind;
  }): Promise<SimulatedShop> {
    const { simulator, test, user, login } = parts;
    const shop = (await simulator.control('POST', '/accounts', {})) as Shop;
    const account = await connect[login](test, user, shop);
    const scene = new SimulatedShop(simulator, test, user, shop, account);
    await test.api.ok(endpoints.updateAccountSettings, {
      ...scene.at(account.instagramAccountId),
      body: { debounceWindowMs: 0, cooldownMs: 0, messagesPerSecond: 50 },
    });
    return scene;
  }

  /** Another account of the same owner at the same simulator; closed with this one. */
  another(): Promise<SimulatedShop> {
    return SimulatedShop.connect({ ...this, login: 'instagram' });
  }

  async close(): Promise<void> {
    await this.test.close();
    await this.simulator.stop();
  }

  at(id: string): { token: string; params: { id: string } } {
    return { token: this.user.token, params: { id } };
  }

  /** Does something at the simulator in the name of the account or somebody there. */
  control(method: 'GET' | 'POST' | 'PATCH', path: string, body: object = {}): Promise<unknown> {
    return this.simulator.control(
      method,
      `/accounts/${this.shop.userId}${path}`,
      method === 'GET' ? undefined : body,
    );
  }

  async createPerson(): Promise<string> {
    return ((await this.control('POST', '/persons', { follows: true })) as { igsid: string }).igsid;
  }

  /** Connects the account anew with its token. */
  reconnect(): Promise<InstagramAccount> {
    return connect.instagram(this.test, this.user, this.shop);
  }

  /** Somebody writes; answers the conversation that shows it. */
  async receive(igsid: string, text = 'good day'): Promise<Conversation> {
    await this.control('POST', `/persons/${igsid}/message`, { text });
    return waitFor(
      async () => {
        const { conversations } = await this.test.api.ok(
          endpoints.listConversations,
          this.at(this.account.instagramAccountId),
        );
        const ids = await this.test.deps.engineSource.query<{ id: string }[]>(
          `SELECT v.id FROM conversation v JOIN contact c ON c.id = v.contact_id WHERE c.instagram_user_id = $1`,
          [igsid],
        );
        return conversations.find(({ conversationId }) => conversationId === ids[0]?.id);
      },
      { what: 'the conversation' },
    );
  }

  /** Calls of Graph whose path holds `path`, in order. */
  async callsTo(path: string): Promise<LedgerCall[]> {
    const page = await this.simulator.control(
      'GET',
      `/ledger?type=graph&path=${encodeURIComponent(path)}&limit=5000`,
    );
    return (page as { entries: LedgerCall[] }).entries;
  }

  /** What was sent to somebody, or done in their thread, in order. */
  async sentTo(igsid: string): Promise<Record<string, unknown>[]> {
    const page = await this.simulator.control(
      'GET',
      `/ledger?type=graph&path=/messages&igsid=${igsid}&limit=5000`,
    );
    return (page as { entries: LedgerCall[] }).entries
      .filter(({ result, method }) => result === 'accepted' && method === 'POST')
      .map(({ body }) => body);
  }
}

const connect = {
  instagram: ({ api }: TestApp, { token, workspaceId }: TestUser, shop: Shop) =>
    api.ok(endpoints.connectAccount, {
      token,
      body: {
        instagramUserId: shop.userId,
        instagramUsername: shop.username,
        accessToken: shop.accessToken,
        workspaceId,
      },
    }),
  facebook: async (test: TestApp, user: TestUser, shop: Shop) => {
    const { outcome } = await logInAtFacebook(test, user, { accounts: [shop.userId] });
    return test.api.ok(endpoints.getAccount, {
      token: user.token,
      params: { id: outcome.get('connected') ?? '' },
    });
  },
};
