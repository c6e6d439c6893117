import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Flow, type ResponseOf } from '@instaflow/contracts';
import { flowRepository } from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { duplicateFlow } from './duplicate-flow';
import { exportFlow } from './export-flow';
import { importFlows } from './import-flows';
import { listTemplates } from './list-templates';

/** Flows that leave an account and come to one. */
@Controller()
export class BundlesController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.exportFlow)
  export(call: Call<typeof endpoints.exportFlow>): Promise<ResponseOf<typeof endpoints.exportFlow>> {
    return inScope(this.deps, call, async (tx) =>
      exportFlow(tx, found(await flowRepository.find(tx, keyOf(call)))),
    );
  }

  @Route(endpoints.importFlows)
  import(call: Call<typeof endpoints.importFlows>): Promise<ResponseOf<typeof endpoints.importFlows>> {
    const { id: accountId, workspaceId } = keyOf(call);
    const order = { place: { accountId, workspaceId }, body: call.body, userId: call.caller.userId };
    return inScope(this.deps, call, (tx) => importFlows(tx, this.deps, order));
  }

  @Route(endpoints.duplicateFlow)
  duplicate(call: Call<typeof endpoints.duplicateFlow>): Promise<Flow> {
    return duplicateFlow(this.deps, call);
  }

  @Route(endpoints.listFlowTemplates)
  listTemplates(): Promise<ResponseOf<typeof endpoints.listFlowTemplates>> {
    return Promise.resolve({ templates: listTemplates() });
  }
}
