import { Controller, Inject } from '@nestjs/common';
import { endpoints, type ConnectionResult, type ResponseOf } from '@instaflow/contracts';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { Route } from '../http/route';
import { exchangeToken, facebookNotOffered } from './exchange-token';
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
    const chosen = chooseWorkspace(call.caller, workspaceId);
    if (login === 'facebook') throw facebookNotOffered();
    return startLogin(this.deps, call, chosen);
  }

  @Route(endpoints.exchangeToken)
  async exchangeToken({ body, caller }: Call<typeof endpoints.exchangeToken>): Promise<ConnectionResult> {
    const workspaceId = chooseWorkspace(caller, body.workspaceId);
    return exchangeToken(this.deps, { body, workspaceId, userId: caller.userId });
  }
}
