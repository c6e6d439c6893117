import type { Simulation } from '../simulation';
import type { Account } from './account';
import { sendSignedRequest, type SignedAnswer } from './send-signed-request';

/** The owner takes the app's access away: tokens die with 190/458, webhooks end, the deauthorize address is called. */
export async function removeApp(
  simulation: Simulation,
  account: Account,
): Promise<{ revoked: number; callback: SignedAnswer | null }> {
  const { world, changes } = simulation;
  const tokens = [...world.tokens.values()].filter(
    ({ accountId, accountIds, revokedSubcode }) =>
      revokedSubcode === null && [accountId, ...accountIds].includes(account.userId),
  );
  for (const token of tokens) token.revokedSubcode = 458;
  account.subscribedFields = null;
  changes.publish({ kind: 'account', accountId: account.userId });
  const url = world.webhook.deauthorizeUrl;
  const callback = url ? await sendSignedRequest(simulation, account, { url, kind: 'deauthorize' }) : null;
  return { revoked: tokens.length, callback };
}
