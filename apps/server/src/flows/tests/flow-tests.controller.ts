import { Controller, Inject } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { endpoints, type ResponseOf, type SavedFlowTest } from '@instaflow/contracts';
import { flowRepository, flowTestRepository } from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../../dependencies';
import type { Call } from '../../http/call';
import { found } from '../../http/found';
import { inScope } from '../../http/in-scope';
import { keyOf } from '../../http/key-of';
import { Route } from '../../http/route';
import { parseDocument } from '../drafts/flow-document';
import { lockFlow } from '../lock-flow';
import { maxTestsPerFlow, toStoredTest } from './stored-test';
import { runSavedTests } from './run-saved-tests';
import { toSavedTests } from './to-saved-tests';

/** Conversations kept with a flow. */
@Controller()
export class FlowTestsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.listFlowTests)
  list(call: Call<typeof endpoints.listFlowTests>): Promise<ResponseOf<typeof endpoints.listFlowTests>> {
    const { id: flowId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => {
      found(await flowRepository.find(tx, keyOf(call)));
      return { tests: toSavedTests(await flowTestRepository.list(tx, { flowId, workspaceId })) };
    });
  }

  @Route(endpoints.createFlowTest)
  create(call: Call<typeof endpoints.createFlowTest>): Promise<SavedFlowTest> {
    const { id: flowId, workspaceId } = keyOf(call);
    const test = toStoredTest(call.body.test, flowId);
    return inScope(this.deps, call, async (tx) => {
      await lockFlow(tx, keyOf(call), undefined);
      if ((await flowTestRepository.count(tx, { flowId, workspaceId })) >= maxTestsPerFlow) throw tooMany();
      const saved = await flowTestRepository.create(tx, { id: newId(), flowId, workspaceId, test });
      return found(toSavedTests([saved])[0]);
    });
  }

  @Route(endpoints.updateFlowTest)
  update(call: Call<typeof endpoints.updateFlowTest>): Promise<SavedFlowTest> {
    const { id: flowId, workspaceId } = keyOf(call);
    const test = toStoredTest(call.body.test, flowId);
    return inScope(this.deps, call, async (tx) => {
      const key = { id: call.params.testId, flowId, workspaceId };
      return found(toSavedTests([found(await flowTestRepository.update(tx, key, test))])[0]);
    });
  }

  @Route(endpoints.deleteFlowTest)
  async delete(call: Call<typeof endpoints.deleteFlowTest>): Promise<null> {
    const { id: flowId, workspaceId } = keyOf(call);
    await inScope(this.deps, call, async (tx) => {
      const key = { id: call.params.testId, flowId, workspaceId };
      found((await flowTestRepository.delete(tx, key)) || null);
    });
    return null;
  }

  @Route(endpoints.runFlowTests)
  run(call: Call<typeof endpoints.runFlowTests>): Promise<ResponseOf<typeof endpoints.runFlowTests>> {
    return inScope(this.deps, call, async (tx) => {
      const flow = found(await flowRepository.find(tx, keyOf(call)));
      return runSavedTests(tx, { flow, definition: parseDocument(flow.flowDefinition) });
    });
  }
}

function tooMany() {
  return unprocessable(
    'too_many_flow_tests',
    `A flow can keep ${maxTestsPerFlow} conversations. Delete some first.`,
  );
}
