import { Controller, Inject } from '@nestjs/common';
import { endpoints, type ResponseOf } from '@instaflow/contracts';
import { listFlowVisits, readFlowAnalytics } from '@instaflow/db';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { boundsOf } from './bounds-of';
import { findFlowPeriod } from './find-flow-period';
import { rateOf } from './rate-of';
import { toVisits } from './to-visits';

/** What happened in a flow: the numbers, and who is behind them. */
@Controller()
export class FlowAnalyticsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.getFlowAnalytics)
  flow(
    call: Call<typeof endpoints.getFlowAnalytics>,
  ): Promise<ResponseOf<typeof endpoints.getFlowAnalytics>> {
    const now = this.deps.clock.now();
    return inScope(this.deps, call, async (tx) => {
      const asked = await findFlowPeriod(tx, { key: keyOf(call), query: call.query, now });
      const { starts, completions, failures, nodes } = await readFlowAnalytics(tx, asked);
      return {
        flowId: asked.flowId,
        version: call.query.version ?? null,
        ...boundsOf(asked.period),
        starts,
        completions,
        failures,
        completionRate: rateOf(completions, starts),
        nodeEngagement: nodes.map(({ visits, ...node }) => ({ ...node, engagements: visits })),
      };
    });
  }

  @Route(endpoints.listFlowVisits)
  visits(call: Call<typeof endpoints.listFlowVisits>): Promise<ResponseOf<typeof endpoints.listFlowVisits>> {
    const { nodeId, measure, outlet = null, limit, cursor } = call.query;
    const now = this.deps.clock.now();
    return inScope(this.deps, call, async (tx) => {
      const asked = await findFlowPeriod(tx, { key: keyOf(call), query: call.query, now });
      const request = { page: 1, limit, cursor };
      const { rows, nextCursor } = await listFlowVisits(tx, { ...asked, nodeId, measure, outlet, request });
      return { visits: await toVisits(tx, { rows, workspaceId: asked.workspaceId }), nextCursor };
    });
  }
}
