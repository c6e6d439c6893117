import { Controller, Inject } from '@nestjs/common';
import { endpoints, type MessageTrace, type ResponseOf } from '@instaflow/contracts';
import { runRepository } from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { showRun } from './show-run';
import { showWaiting } from './show-waiting';
import { toRuns } from './to-runs';
import { traceMessage } from './trace-message';

/** What runs did and where they stand. */
@Controller()
export class RunsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.listContactRuns)
  listOfContact(
    call: Call<typeof endpoints.listContactRuns>,
  ): Promise<ResponseOf<typeof endpoints.listContactRuns>> {
    const { id: contactId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => {
      const page = await runRepository.listOfContact(tx, { contactId, workspaceId, request: call.query });
      return { runs: await toRuns(tx, page.rows), total: page.total, nextCursor: page.nextCursor };
    });
  }

  @Route(endpoints.listFlowRuns)
  listOfFlow(call: Call<typeof endpoints.listFlowRuns>): Promise<ResponseOf<typeof endpoints.listFlowRuns>> {
    const { id: flowId, workspaceId } = keyOf(call);
    const { status, nodeId, startDate, endDate, ...request } = call.query;
    const startedFrom = startDate === undefined ? undefined : new Date(startDate);
    const startedUntil = endDate === undefined ? undefined : new Date(endDate);
    return inScope(this.deps, call, async (tx) => {
      const filter = { status, nodeId, startedFrom, startedUntil };
      const page = await runRepository.listOfFlow(tx, { flowId, workspaceId, filter, request });
      return { runs: await toRuns(tx, page.rows), total: page.total, nextCursor: page.nextCursor };
    });
  }

  @Route(endpoints.getRun)
  get(call: Call<typeof endpoints.getRun>): Promise<ResponseOf<typeof endpoints.getRun>> {
    return inScope(this.deps, call, (tx) => showRun(tx, { key: keyOf(call), request: call.query }));
  }

  @Route(endpoints.getMessageTrace)
  traceMessage(call: Call<typeof endpoints.getMessageTrace>): Promise<MessageTrace> {
    return inScope(this.deps, call, (tx) =>
      traceMessage(tx, { ...keyOf(call), accountId: call.accountId }, this.deps),
    );
  }

  @Route(endpoints.listWaiting)
  listWaiting(call: Call<typeof endpoints.listWaiting>): Promise<ResponseOf<typeof endpoints.listWaiting>> {
    const { id: flowId, workspaceId } = keyOf(call);
    const { nodeId = null, ...request } = call.query;
    return inScope(this.deps, call, (tx) => showWaiting(tx, { flowId, workspaceId, nodeId, request }));
  }
}
