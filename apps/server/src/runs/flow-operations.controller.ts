import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Flow, type ResponseOf } from '@instaflow/contracts';
import { flowRepository, pauseFlow, resumeFlow } from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import { lockFlow } from '../flows/lock-flow';
import { toFlow } from '../flows/to-flow';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { movePeople } from './move-people';
import { wakeShards } from './wake-shards';

/** What the owner of a flow does to the people in it. */
@Controller()
export class FlowOperationsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.pauseFlow)
  pause(call: Call<typeof endpoints.pauseFlow>): Promise<Flow> {
    return this.#change(call, pauseFlow);
  }

  @Route(endpoints.resumeFlow)
  async resume(call: Call<typeof endpoints.resumeFlow>): Promise<Flow> {
    const flow = await this.#change(call, resumeFlow);
    this.deps.wakeDelivery();
    void this.deps.jobs.wake('delivery.wake', {});
    return flow;
  }

  @Route(endpoints.movePeople)
  async movePeople(
    call: Call<typeof endpoints.movePeople>,
  ): Promise<ResponseOf<typeof endpoints.movePeople>> {
    const { id: flowId, workspaceId } = keyOf(call);
    const { dryRun: isDryRun, moveKept: shouldMoveKept, removedSteps } = call.body;
    const order = {
      flowId,
      workspaceId,
      version: call.params.version,
      isDryRun,
      shouldMoveKept,
      removedSteps,
      byUserId: call.caller.userId,
      now: this.deps.clock.now(),
    };
    const { answer, shards } = await inScope(this.deps, call, (tx) => movePeople(tx, order));
    wakeShards(this.deps, shards);
    return answer;
  }

  #change(call: Call<typeof endpoints.pauseFlow>, change: typeof pauseFlow): Promise<Flow> {
    const now = this.deps.clock.now();
    return inScope(this.deps, call, async (tx) => {
      const flow = await lockFlow(tx, keyOf(call), undefined);
      await change(tx, { flowId: flow.id, accountId: flow.instagramAccountId, now });
      return toFlow(tx, found(await flowRepository.find(tx, keyOf(call))));
    });
  }
}
