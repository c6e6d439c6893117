import type { Simulation } from '../simulation';
import { requireScope } from './authenticate';
import type { GraphAnswer, GraphCall } from './graph-call';
import { readText } from './read-params';
import { parseFields, selectFields } from './select-fields';

/** GET /me and GET /{IG_ID}. */
export function readAccount(simulation: Simulation, call: GraphCall): GraphAnswer {
  requireScope(call.token, 'basic');
  const fields = parseFields(readText(call.params, 'fields') ?? 'id');
  const body = selectFields(describe(simulation, call), fields);
  return { body: simulation.world.switches.meWrapped ? { data: [body] } : body };
}

function describe(simulation: Simulation, { account, token }: GraphCall): Record<string, unknown> {
  const posts = [...simulation.world.media.values()].filter((media) => media.accountId === account.userId);
  return {
    // With Facebook Login the account's one id is the IG_ID.
    id: token.login === 'instagram' ? account.id : account.userId,
    user_id: token.login === 'instagram' ? account.userId : undefined,
    username: account.username,
    name: account.name,
    account_type: account.accountType,
    profile_picture_url: `${simulation.baseUrl}/cdn/avatar-${account.userId}.svg`,
    followers_count: account.followersCount,
    follows_count: account.followsCount,
    media_count: posts.length,
  };
}
