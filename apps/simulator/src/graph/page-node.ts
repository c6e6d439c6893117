import type { Account } from '../accounts/account';
import { issueToken } from '../accounts/issue-token';
import type { Token } from '../accounts/token';
import type { Simulation } from '../simulation';
import type { GraphAnswer, GraphCall } from './graph-call';
import { readText } from './read-params';
import { refusals } from './refusals';
import { parseFields, selectFields } from './select-fields';

/** GET /me/accounts: the Pages a Facebook user chose, each with its token and its Instagram account. */
export function listPages(simulation: Simulation, { token, params }: GraphCall): GraphAnswer {
  if (!token.scopes.includes('pages_show_list')) throw refusals.missingScope('pages_show_list');
  const fields = parseFields(readText(params, 'fields') ?? 'id,name,access_token,tasks');
  const data = token.accountIds.flatMap((accountId) => {
    const account = simulation.world.accounts.get(accountId);
    return account ? [selectFields(describePage(simulation, account, token), fields)] : [];
  });
  return { body: { data, paging: data.length > 0 ? { cursors: { before: 'MA', after: 'MA' } } : undefined } };
}

/** GET /{page-id}, and /me of a Page token. */
export function readPage(simulation: Simulation, call: GraphCall): GraphAnswer {
  const fields = parseFields(readText(call.params, 'fields') ?? 'id,name');
  return { body: selectFields(describePage(simulation, call.account, call.token), fields) };
}

function describePage(simulation: Simulation, account: Account, token: Token): Record<string, unknown> {
  const isLinked = account.problem !== 'page_not_linked' && token.scopes.includes('instagram_basic');
  return {
    id: account.pageId,
    name: account.name,
    access_token: token.login === 'page' ? token.value : pageTokenFor(simulation, account, token).value,
    tasks: ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE'],
    instagram_business_account: isLinked ? { id: account.userId, username: account.username } : undefined,
  };
}

/** The same token as last time, as long as it lives and holds the same rights. */
function pageTokenFor(simulation: Simulation, account: Account, { scopes }: Token): Token {
  const rights = scopes.join();
  for (const known of simulation.world.tokens.values()) {
    const isSame = known.login === 'page' && known.accountId === account.userId;
    if (isSame && known.revokedSubcode === null && known.scopes.join() === rights) return known;
  }
  return issueToken(simulation, { accountId: account.userId, login: 'page', kind: 'long', scopes });
}
