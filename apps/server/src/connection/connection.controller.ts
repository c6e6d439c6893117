import { Controller, Inject } from '@nestjs/common';
import { endpoints, type AccountChoice, type ConnectionResult, type ResponseOf } from '@instaflow/contracts';
import { sha256Hex } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { Route } from '../http/route';
import { choiceLifeMs, openChoice, showChoice } from './account-choices';
import { chooseAccounts } from './choose-accounts';
import { exchangeToken } from './exchange-token';
import { loginCookie } from './login-cookie';
import { chooseWorkspace } from './may-connect';
import { startLogin } from './start-login';

@Controller()
export class ConnectionController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.startLogin)
  async startLogin(
    call: Call<typeof endpoints.startLogin>,
  ): Promise<ResponseOf<typeof endpoints.startLogin>> {
    const { login, workspaceId } = call.query;
    return startLogin(this.deps, call, { workspaceId: chooseWorkspace(call.caller, workspaceId), login });
  }

  @Route(endpoints.getAccountChoice)
  async getChoice(call: Call<typeof endpoints.getAccountChoice>): Promise<AccountChoice> {
    const { caller, request, params } = call;
    const browser = loginCookie.read(request);
    return showChoice(this.deps, await openChoice(this.deps, { id: params.id, caller, browser }));
  }

  @Route(endpoints.chooseAccounts)
  chooseAccounts(
    call: Call<typeof endpoints.chooseAccounts>,
  ): Promise<ResponseOf<typeof endpoints.chooseAccounts>> {
    const { caller, request, body } = call;
    return chooseAccounts(this.deps, { ...body, caller, browser: loginCookie.read(request) });
  }

  @Route(endpoints.exchangeToken)
  async exchangeToken(call: Call<typeof endpoints.exchangeToken>): Promise<ConnectionResult> {
    const { body, caller } = call;
    const workspaceId = chooseWorkspace(caller, body.workspaceId);
    const cookie = { publicUrl: this.deps.config.publicUrl, lifeMs: choiceLifeMs };
    const browserHash = sha256Hex(loginCookie.renew(call, cookie));
    const { userId, sessionId } = caller;
    return exchangeToken(this.deps, { body, chooser: { workspaceId, userId, sessionId, browserHash } });
  }
}
