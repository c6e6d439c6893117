import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Flow, type ResponseOf } from '@instaflow/contracts';
import {
  findFlowFacts,
  flowRepository,
  listFlowOwners,
  listFlows,
  type FlowEntity,
  type Tx,
} from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { createFlow } from './create-flow';
import { deleteFlow } from './delete-flow';
import { emptyDocument, parseDocument } from './drafts/flow-document';
import { toFlow, toFlowSummary } from './to-flow';
import { updateFlow } from './update-flow';

@Controller()
export class FlowsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.createFlow)
  create(call: Call<typeof endpoints.createFlow>): Promise<Flow> {
    const { name, description, flowDefinition } = call.body;
    const definition = flowDefinition === undefined ? emptyDocument() : parseDocument(flowDefinition);
    const { id: accountId, workspaceId } = keyOf(call);
    const place = { workspaceId, accountId };
    return this.#answer(call, (tx) =>
      createFlow(tx, this.deps, { ...place, name, description, definition, userId: call.caller.userId }),
    );
  }

  @Route(endpoints.listFlows)
  list(call: Call<typeof endpoints.listFlows>): Promise<ResponseOf<typeof endpoints.listFlows>> {
    const { archived, hasErrors, page: number, limit, cursor, ...filter } = call.query;
    const { id: accountId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => {
      const page = await listFlows(tx, {
        accountId,
        workspaceId,
        ...filter,
        isArchived: archived === 'true',
        hasErrors: hasErrors === 'true',
        request: { page: number, limit, cursor },
      });
      const facts = await findFlowFacts(tx, { ids: page.rows.map(({ id }) => id), workspaceId });
      return {
        flows: page.rows.map((flow) => toFlowSummary(flow, facts.get(flow.id))),
        total: page.total,
        nextCursor: page.nextCursor,
      };
    });
  }

  @Route(endpoints.listFlowOwners)
  owners(call: Call<typeof endpoints.listFlowOwners>): Promise<ResponseOf<typeof endpoints.listFlowOwners>> {
    const { id: accountId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => ({
      owners: await listFlowOwners(tx, { accountId, workspaceId }),
    }));
  }

  @Route(endpoints.getFlow)
  get(call: Call<typeof endpoints.getFlow>): Promise<Flow> {
    return this.#answer(call, async (tx) => found(await flowRepository.find(tx, keyOf(call))));
  }

  @Route(endpoints.updateFlow)
  update(call: Call<typeof endpoints.updateFlow>): Promise<Flow> {
    const order = { key: keyOf(call), body: call.body, userId: call.caller.userId };
    return this.#answer(call, (tx) => updateFlow(tx, this.deps, order));
  }

  @Route(endpoints.deleteFlow)
  async delete(call: Call<typeof endpoints.deleteFlow>): Promise<null> {
    await inScope(this.deps, call, (tx) => deleteFlow(tx, { key: keyOf(call), now: this.deps.clock.now() }));
    return null;
  }

  #answer(call: Pick<Call, 'scope'>, work: (tx: Tx) => Promise<FlowEntity>): Promise<Flow> {
    return inScope(this.deps, call, async (tx) => toFlow(tx, await work(tx)));
  }
}
