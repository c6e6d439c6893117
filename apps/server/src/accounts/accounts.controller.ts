import { Controller, Inject } from '@nestjs/common';
import {
  endpoints,
  type AccountSettings,
  type InstagramAccount,
  type ResponseOf,
} from '@instaflow/contracts';
import { accountRepository, inWorkspaces, pauseAccount, resumeAccount } from '@instaflow/db';
import { notFound } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { settingsOf, updateAccountSettings } from './account-settings';
import { connectAccount } from './connect-account';
import { connectSimulatedAccount } from './connect-simulated-account';
import { createAtSimulator } from './create-at-simulator';
import { disconnectAccount } from './disconnect-account';
import { showAccount } from './show-account';
import { toAccount } from './to-account';

@Controller()
export class AccountsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.connectAccount)
  async connect({ body, caller, scope }: Call<typeof endpoints.connectAccount>): Promise<InstagramAccount> {
    const { simulatorUrl } = this.deps;
    if (simulatorUrl !== null) {
      const { instagramUserId: userId, instagramUsername: username, accessToken } = body;
      // Where Instagram is simulated any account may be tried; one the simulator has already is checked as ever.
      await createAtSimulator(simulatorUrl, { userId, username, accessToken });
    }
    return connectAccount(this.deps, {
      ...body,
      workspaceId: scope.workspaceId,
      connectedByUserId: caller.userId,
    });
  }

  @Route(endpoints.connectSimulatedAccount)
  connectSimulated({
    body,
    caller,
    scope,
  }: Call<typeof endpoints.connectSimulatedAccount>): Promise<InstagramAccount> {
    return connectSimulatedAccount(this.deps, {
      workspaceId: scope.workspaceId,
      userId: caller.userId,
      username: body.username,
    });
  }

  @Route(endpoints.listAccounts)
  async list({
    caller,
    query,
  }: Call<typeof endpoints.listAccounts>): Promise<ResponseOf<typeof endpoints.listAccounts>> {
    const mine = [...caller.memberships.keys()];
    const workspaceIds = query.workspaceId === undefined ? mine : [query.workspaceId];
    if (!workspaceIds.every((id) => caller.memberships.has(id))) throw notFound();
    return inWorkspaces(this.deps.appSource, workspaceIds, async (tx) => {
      const page = await accountRepository.list(tx, { workspaceIds, request: query });
      const lastWebhooks = await accountRepository.findLastWebhooks(
        tx,
        page.rows.map((account) => account.id),
      );
      return {
        instagramAccounts: page.rows.map((row) => toAccount(row, lastWebhooks.get(row.id) ?? null)),
        total: page.total,
        nextCursor: page.nextCursor,
      };
    });
  }

  @Route(endpoints.getAccount)
  get(call: Call<typeof endpoints.getAccount>): Promise<InstagramAccount> {
    return inScope(this.deps, call, (tx) => showAccount(tx, keyOf(call)));
  }

  @Route(endpoints.disconnectAccount)
  async disconnect(call: Call<typeof endpoints.disconnectAccount>): Promise<null> {
    await disconnectAccount(this.deps, keyOf(call));
    return null;
  }

  @Route(endpoints.getAccountSettings)
  getSettings(call: Call<typeof endpoints.getAccountSettings>): Promise<AccountSettings> {
    return inScope(this.deps, call, async (tx) =>
      settingsOf(found(await accountRepository.find(tx, keyOf(call)))),
    );
  }

  @Route(endpoints.updateAccountSettings)
  async updateSettings(call: Call<typeof endpoints.updateAccountSettings>): Promise<AccountSettings> {
    const key = { ...keyOf(call), now: this.deps.clock.now() };
    const settings = await inScope(this.deps, call, (tx) => updateAccountSettings(tx, key, call.body));
    this.deps.wakeDelivery();
    return settings;
  }

  @Route(endpoints.pauseAccount)
  pause(call: Call<typeof endpoints.pauseAccount>): Promise<InstagramAccount> {
    return inScope(this.deps, call, async (tx) => {
      await pauseAccount(tx, { accountId: call.params.id, now: this.deps.clock.now() });
      return showAccount(tx, keyOf(call));
    });
  }

  @Route(endpoints.resumeAccount)
  async resume(call: Call<typeof endpoints.resumeAccount>): Promise<InstagramAccount> {
    const account = await inScope(this.deps, call, async (tx) => {
      await resumeAccount(tx, { accountId: call.params.id, now: this.deps.clock.now() });
      return showAccount(tx, keyOf(call));
    });
    this.deps.wakeDelivery();
    return account;
  }
}
