import { accountRepository, type Period, type Tx } from '@instaflow/db';
import { settingsOf } from '../accounts/account-settings';
import { found } from '../http/found';
import { resolvePeriod } from './resolve-period';

export type PeriodQuery = {
  startDate?: string | undefined;
  endDate?: string | undefined;
  timezone?: string | undefined;
};

/** The period a query asks for. Days are those of the asked time zone, else of the account's; `now` in epoch ms. */
export async function findPeriod(
  tx: Tx,
  input: { accountId: string; workspaceId: string; query: PeriodQuery; now: number },
): Promise<{ period: Period; timezone: string }> {
  const { accountId, workspaceId, query, now } = input;
  const account = found(await accountRepository.find(tx, { id: accountId, workspaceId }));
  const timezone = query.timezone ?? settingsOf(account).timezone;
  return { period: resolvePeriod(query, { timezone, now }), timezone };
}
