import type { Account } from '../accounts/account';
import type { Simulation } from '../simulation';
import { requireScope } from './authenticate';
import type { GraphAnswer, GraphCall } from './graph-call';
import { readText } from './read-params';
import { parseFields, selectFields } from './select-fields';

/** GET /me and GET /{IG_ID}. */
export function readAccount(simulation: Simulation, call: GraphCall): GraphAnswer {
  requireScope(call.token, 'basic');
  const fields = parseFields(readText(call.params, 'fields') ?? 'id');
  const body = selectFields(describe(simulation, call.account), fields);
  return { body: simulation.world.switches.meWrapped ? { data: [body] } : body };
}

function describe(simulation: Simulation, account: Account): Record<string, unknown> {
  const posts = [...simulation.world.media.values()].filter((media) => media.accountId === account.userId);
  return {
    id: account.id,
    user_id: account.userId,
    username: account.username,
    name: account.name,
    account_type: account.accountType,
    profile_picture_url: `${simulation.baseUrl}/cdn/avatar-${account.userId}.svg`,
    followers_count: account.followersCount,
    follows_count: account.followsCount,
    media_count: posts.length,
  };
}
