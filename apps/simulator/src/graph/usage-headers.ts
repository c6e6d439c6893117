import type { Account } from '../accounts/account';
import type { Simulation } from '../simulation';
import { refusals } from './refusals';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export type Usage = { headers: Record<string, string>; refusal: 'app' | 'account' | null };

/** Counts a call and tells how much of each allowance is used, in percent, as Meta's headers do. */
export function meterUsage(simulation: Simulation, account: Account | null, isThrottled = false): Usage {
  const { rates, world, appId } = simulation;
  const { appCallsPerHour, accountCallsPerDay } = world.switches;
  const appShare = percent(
    rates.count({ key: `app/${appId}`, windowMs: hourMs }),
    appCallsPerHour,
    isThrottled,
  );
  const headers: Record<string, string> = { 'x-app-usage': JSON.stringify(usageOf(appShare)) };
  let accountShare = 0;
  if (account) {
    const used = rates.count({ key: `account/${account.userId}`, windowMs: dayMs });
    accountShare = percent(used, accountCallsPerDay, isThrottled);
    const entry = {
      type: 'instagram',
      ...usageOf(accountShare),
      estimated_time_to_regain_access: accountShare >= 100 ? 1 : 0,
    };
    headers['x-business-use-case-usage'] = JSON.stringify({ [account.userId]: [entry] });
  }
  if (isThrottled) return { headers, refusal: null };
  return { headers, refusal: appShare > 100 ? 'app' : accountShare > 100 ? 'account' : null };
}

export function throwOverLimit(simulation: Simulation, refusal: Usage['refusal']): void {
  if (refusal === 'app') throw refusals.appLimit(simulation.world.switches);
  if (refusal === 'account') throw refusals.accountLimit(simulation.world.switches);
}

/** Rounded up once over the limit, so that the header never says 100 while calls still pass. */
function percent(used: number, limit: number, isThrottled: boolean): number {
  if (isThrottled) return 100;
  if (limit === 0) return 0;
  return used > limit ? Math.max(101, Math.round((used / limit) * 100)) : Math.floor((used / limit) * 100);
}

function usageOf(share: number) {
  return { call_count: share, total_cputime: Math.floor(share / 2), total_time: Math.floor(share / 2) };
}
