import { facebookUser } from '../accounts/facebook-user';
import { facebookScopes } from '../accounts/token';
import type { Simulation } from '../simulation';
import type { GraphAnswer, GraphCall } from './graph-call';
import { listPages } from './page-node';
import { readText } from './read-params';
import { refusals } from './refusals';
import { parseFields, selectFields } from './select-fields';

/** /me of a Facebook user: who they are, their Pages, what they gave the app, and how they take it back. */
export function handleFacebookUser(simulation: Simulation, call: GraphCall): GraphAnswer {
  switch (`${call.method} ${call.edge}`) {
    case 'GET ':
      return {
        body: selectFields({ ...facebookUser }, parseFields(readText(call.params, 'fields') ?? 'id,name')),
      };
    case 'GET accounts':
      return listPages(simulation, call);
    case 'GET permissions':
      return { body: { data: listPermissions(call) } };
    case 'DELETE permissions':
      revoke(simulation, call);
      return { body: { success: true } };
    case 'POST messages':
      throw refusals.needsPageToken(simulation.world.switches);
    default:
      throw refusals.unknownPath(`/${call.edge}`);
  }
}

function listPermissions({ token }: GraphCall): { permission: string; status: string }[] {
  const all = new Set<string>([...facebookScopes, ...token.scopes]);
  return [...all].map((permission) => ({
    permission,
    status: token.scopes.includes(permission) ? 'granted' : 'declined',
  }));
}

function revoke({ world, changes }: Simulation, { token }: GraphCall): void {
  const lost = new Set(token.accountIds);
  for (const other of world.tokens.values()) {
    if (other.login !== 'instagram' && lost.has(other.accountId)) other.revokedSubcode = 458;
  }
  for (const accountId of lost) {
    const account = world.accounts.get(accountId);
    if (account) account.subscribedFields = null;
    changes.publish({ kind: 'account', accountId });
  }
}
