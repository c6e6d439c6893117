import { Controller, Inject } from '@nestjs/common';
import { endpoints, errorCodes, type AccountSummary, type ResponseOf } from '@instaflow/contracts';
import { readAccountSummary, readAccountTimeseries, type TimeseriesInterval } from '@instaflow/db';
import { badRequest } from '@instaflow/platform';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { boundsOf } from './bounds-of';
import { findPeriod } from './find-period';
import { rateOf } from './rate-of';

const intervalMs: Record<TimeseriesInterval, number> = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};
const maxPoints = 5_000;

@Controller()
export class AnalyticsController {
  constructor(@Inject(dependenciesToken) private readonly deps: Dependencies) {}

  @Route(endpoints.getAccountSummary)
  summary(call: Call<typeof endpoints.getAccountSummary>): Promise<AccountSummary> {
    const { id: accountId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => {
      const { period } = await findPeriod(tx, {
        accountId,
        workspaceId,
        query: call.query,
        now: this.deps.clock.now(),
      });
      const counts = await readAccountSummary(tx, { accountId, workspaceId, period });
      const { deliveredMessages, readMessages, ...shown } = counts;
      return {
        ...shown,
        ...boundsOf(period),
        instagramAccountId: accountId,
        flowCompletionRate: rateOf(counts.flowCompletions, counts.flowStarts),
        deliveryRate: rateOf(deliveredMessages, deliveredMessages + counts.failedMessages),
        readRate: rateOf(readMessages, counts.totalMessagesSent),
      };
    });
  }

  @Route(endpoints.getAccountTimeseries)
  timeseries(
    call: Call<typeof endpoints.getAccountTimeseries>,
  ): Promise<ResponseOf<typeof endpoints.getAccountTimeseries>> {
    const { id: accountId, workspaceId } = keyOf(call);
    const { interval } = call.query;
    return inScope(this.deps, call, async (tx) => {
      const { period, timezone } = await findPeriod(tx, {
        accountId,
        workspaceId,
        query: call.query,
        now: this.deps.clock.now(),
      });
      if ((period.until.getTime() - period.from.getTime()) / intervalMs[interval] > maxPoints)
        throw tooLong();
      const rows = await readAccountTimeseries(tx, { accountId, workspaceId, period, timezone, interval });
      return { interval, points: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
    });
  }
}

function tooLong() {
  return badRequest({
    code: errorCodes.malformedRequest,
    message: 'The period has too many points. Ask for a shorter one or a longer interval.',
    details: [{ path: 'interval', message: `gives more than ${maxPoints} points` }],
  });
}
