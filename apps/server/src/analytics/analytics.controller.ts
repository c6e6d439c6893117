import { Controller, Inject } from '@nestjs/common';
import { endpoints, errorCodes, type AccountSummary, type ResponseOf } from '@instaflow/contracts';
import {
  accountRepository,
  flowRepository,
  readAccountSummary,
  readAccountTimeseries,
  readFlowAnalytics,
  type Period,
  type TimeseriesInterval,
  type Tx,
} from '@instaflow/db';
import { badRequest } from '@instaflow/platform';
import { settingsOf } from '../accounts/account-settings';
import { dependenciesToken, type Dependencies } from '../dependencies';
import type { Call } from '../http/call';
import { found } from '../http/found';
import { inScope } from '../http/in-scope';
import { keyOf } from '../http/key-of';
import { Route } from '../http/route';
import { resolvePeriod } from './resolve-period';

type PeriodQuery = {
  startDate?: string | undefined;
  endDate?: string | undefined;
  timezone?: string | undefined;
};
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
      const { period } = await this.#period(tx, { accountId, workspaceId }, call.query);
      const counts = await readAccountSummary(tx, { accountId, workspaceId, period });
      const { deliveredMessages, readMessages, ...shown } = counts;
      return {
        ...shown,
        ...bounds(period),
        instagramAccountId: accountId,
        flowCompletionRate: rate(counts.flowCompletions, counts.flowStarts),
        deliveryRate: rate(deliveredMessages, deliveredMessages + counts.failedMessages),
        readRate: rate(readMessages, counts.totalMessagesSent),
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
      const { period, timezone } = await this.#period(tx, { accountId, workspaceId }, call.query);
      if ((period.until.getTime() - period.from.getTime()) / intervalMs[interval] > maxPoints)
        throw tooLong();
      const rows = await readAccountTimeseries(tx, { accountId, workspaceId, period, timezone, interval });
      return { interval, points: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
    });
  }

  @Route(endpoints.getFlowAnalytics)
  flow(
    call: Call<typeof endpoints.getFlowAnalytics>,
  ): Promise<ResponseOf<typeof endpoints.getFlowAnalytics>> {
    const { id: flowId, workspaceId } = keyOf(call);
    return inScope(this.deps, call, async (tx) => {
      const flow = found(await flowRepository.find(tx, { id: flowId, workspaceId }));
      const accountId = flow.instagramAccountId;
      const { period } = await this.#period(tx, { accountId, workspaceId }, call.query);
      const { starts, completions, failures, nodes } = await readFlowAnalytics(tx, {
        flowId,
        workspaceId,
        period,
      });
      return {
        flowId,
        ...bounds(period),
        starts,
        completions,
        failures,
        completionRate: rate(completions, starts),
        nodeEngagement: nodes,
      };
    });
  }

  /** Days are those of the asked time zone, else of the account's. */
  async #period(
    tx: Tx,
    { accountId, workspaceId }: { accountId: string; workspaceId: string },
    query: PeriodQuery,
  ): Promise<{ period: Period; timezone: string }> {
    const account = found(await accountRepository.find(tx, { id: accountId, workspaceId }));
    const timezone = query.timezone ?? settingsOf(account).timezone;
    return { period: resolvePeriod(query, { timezone, now: this.deps.clock.now() }), timezone };
  }
}

function bounds(period: Period): { startDate: string; endDate: string } {
  return { startDate: period.from.toISOString(), endDate: period.until.toISOString() };
}

function rate(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

function tooLong() {
  return badRequest({
    code: errorCodes.malformedRequest,
    message: 'The period has too many points. Ask for a shorter one or a longer interval.',
    details: [{ path: 'interval', message: `gives more than ${maxPoints} points` }],
  });
}
