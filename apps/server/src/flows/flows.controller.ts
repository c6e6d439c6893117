import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Flow, type ResponseOf } from '@instaflow/contracts';
import { flowRepository, type FlowEntity, type Tx } from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { createFlow } from './create-flow';
import { deleteFlow } from './delete-flow';
import { emptyDocument, parseDocument } from './flow-document';
import { lockFlow } from './lock-flow';
import { publishDraft } from './publish-draft';
import { toFlow, toFlowSummary } from './to-flow';
import { updateFlow } from './update-flow';

@Controller()
export class FlowsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.createFlow)
  create(call: Call<typeof endpoints.createFlow>): Promise<Flow> {
    const { name, description, flowDefinition } = call.body;
    const definition = flowDefinition === undefined ? emptyDocument() : parseDocument(flowDefinition);
    return this.#answer(call, (tx) =>
      createFlow(tx, {
        workspaceId: call.scope.workspaceId,
        accountId: call.params.id,
        name,
        description,
        definition,
      }),
    );
  }

  @Route(endpoints.listFlows)
  list(call: Call<typeof endpoints.listFlows>): Promise<ResponseOf<typeof endpoints.listFlows>> {
    const { search, status, ...request } = call.query;
    return inScope(this.deps, call, async (tx) => {
      const page = await flowRepository.list(tx, {
        accountId: call.params.id,
        workspaceId: call.scope.workspaceId,
        search,
        status,
        request,
      });
      const facts = await flowRepository.findFacts(
        tx,
        page.rows.map((flow) => flow.id),
      );
      return {
        flows: page.rows.map((flow) => toFlowSummary(flow, facts.get(flow.id))),
        total: page.total,
        nextCursor: page.nextCursor,
      };
    });
  }

  @Route(endpoints.getFlow)
  get(call: Call<typeof endpoints.getFlow>): Promise<Flow> {
    return this.#answer(call, async (tx) => found(await flowRepository.find(tx, keyOf(call))));
  }

  @Route(endpoints.updateFlow)
  update(call: Call<typeof endpoints.updateFlow>): Promise<Flow> {
    return this.#answer(call, (tx) =>
      updateFlow(tx, { key: keyOf(call), body: call.body, userId: call.caller.userId }),
    );
  }

  @Route(endpoints.deleteFlow)
  async delete(call: Call<typeof endpoints.deleteFlow>): Promise<null> {
    await inScope(this.deps, call, (tx) => deleteFlow(tx, { key: keyOf(call), now: this.deps.clock.now() }));
    return null;
  }

  @Route(endpoints.publishFlow)
  publish(call: Call<typeof endpoints.publishFlow>): Promise<Flow> {
    return this.#answer(call, async (tx) => {
      const flow = await lockFlow(tx, keyOf(call), call.body.revision);
      return publishDraft(tx, flow, { note: call.body.note, userId: call.caller.userId });
    });
  }

  @Route(endpoints.duplicateFlow)
  duplicate(call: Call<typeof endpoints.duplicateFlow>): Promise<Flow> {
    return this.#answer(call, async (tx) => {
      const flow = found(await flowRepository.find(tx, keyOf(call)));
      return createFlow(tx, {
        workspaceId: flow.workspaceId,
        accountId: flow.instagramAccountId,
        name: call.body.name ?? `${flow.name.slice(0, 190)} (copy)`,
        description: flow.description,
        definition: parseDocument(flow.flowDefinition),
      });
    });
  }

  #answer(call: Pick<Call, 'scope'>, work: (tx: Tx) => Promise<FlowEntity>): Promise<Flow> {
    return inScope(this.deps, call, async (tx) => toFlow(tx, await work(tx)));
  }
}
