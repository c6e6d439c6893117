import { Controller, Inject } from '@nestjs/common';
import { endpoints, type ResponseOf } from '@instaflow/contracts';
import { findScope, flowRepository, inWorkspaces } from '@instaflow/db';
import { isPublishable, parseFlowDefinition, validateFlow } from '@instaflow/flow-model';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { checkFlow } from './drafts/check-flow';
import { simulateFlow } from './simulation/simulate-flow';

/** What looks at flows without changing them. */
@Controller()
export class FlowToolsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.validateFlow)
  async validate(
    call: Call<typeof endpoints.validateFlow>,
  ): Promise<ResponseOf<typeof endpoints.validateFlow>> {
    const { instagramAccountId, flowDefinition } = call.body;
    const workspaceIds = [...call.caller.memberships.keys()];
    const account =
      instagramAccountId === undefined
        ? null
        : found(
            await findScope(this.deps.engineSource, {
              kind: 'account',
              id: instagramAccountId,
              workspaceIds,
            }),
          );
    const parsed = parseFlowDefinition(flowDefinition);
    if (!parsed.ok) return { valid: false, problems: parsed.problems };
    const { definition } = parsed;
    const problems =
      account === null || instagramAccountId === undefined
        ? validateFlow(definition)
        : await inWorkspaces(this.deps.appSource, [account.workspaceId], (tx) =>
            checkFlow(tx, this.deps, {
              definition,
              flow: { instagramAccountId, workspaceId: account.workspaceId },
            }),
          );
    return { valid: isPublishable(problems), problems };
  }

  @Route(endpoints.simulateFlow)
  async simulate(
    call: Call<typeof endpoints.simulateFlow>,
  ): Promise<ResponseOf<typeof endpoints.simulateFlow>> {
    const flow = await inScope(this.deps, call, async (tx) =>
      found(await flowRepository.find(tx, keyOf(call))),
    );
    return simulateFlow(this.deps, { flow, ...call.body });
  }
}
