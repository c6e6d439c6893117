import { createAccountCache, type AccountContext } from '@instaflow/flow-runtime';
import { notFound } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';

/**
 * An account as its turns see it now: settings, live triggers, published flows, and the versions named besides. Throws
 * 404.
 */
export async function loadAccountContext(
  { engineSource, log }: Pick<Dependencies, 'engineSource' | 'log'>,
  accountId: string,
  flowVersionIds: readonly string[] = [],
): Promise<AccountContext> {
  const cache = createAccountCache({ dataSource: engineSource, logger: log });
  const contexts = await cache.load({ accounts: new Map([[accountId, 0]]), flowVersionIds });
  const context = contexts.get(accountId);
  if (context === undefined) throw notFound();
  return context;
}
