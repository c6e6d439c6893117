import { loadAccounts, loadFlowVersions, type Database } from '@instaflow/db';
import type { FlowSource } from '@instaflow/flow-engine';
import { parseFlowDefinition } from '@instaflow/flow-model';
import type { Logger } from '@instaflow/platform';
import { LruMap } from './lru-map';
import { toAccountContext, type AccountContext } from './to-account-context';

export type AccountCache = {
  /**
   * Contexts by account id, at least as new as the revisions asked for, with the named versions at hand. An account
   * that is gone is missing.
   */
  load(wanted: {
    accounts: ReadonlyMap<string, number>;
    flowVersionIds: readonly string[];
  }): Promise<ReadonlyMap<string, AccountContext>>;
};

type Entry = { revision: number; context: AccountContext };

/**
 * Accounts by revision, flow versions for good because they never change. A turn names the revision it was loaded
 * with, so nothing out of date is ever used.
 */
export const createAccountCache = (options: { dataSource: Database; logger: Logger }): AccountCache => {
  const { dataSource, logger } = options;
  const entries = new LruMap<string, Entry>(5_000);
  const versions = new LruMap<string, FlowSource>(5_000);

  const loadVersions = async (ids: readonly string[]): Promise<void> => {
    const missing = [...new Set(ids)].filter((id) => versions.get(id) === undefined);
    if (missing.length === 0) return;
    for (const loaded of await loadFlowVersions(dataSource, missing)) {
      const parsed = parseFlowDefinition(loaded.definition);
      if (parsed.ok) versions.set(loaded.flowVersionId, { ...loaded, definition: parsed.definition });
      else {
        const { flowVersionId } = loaded;
        logger.error(
          { flowVersionId, problems: parsed.problems.slice(0, 5) },
          'A flow version is unreadable.',
        );
      }
    }
  };

  return {
    load: async ({ accounts, flowVersionIds }) => {
      const contexts = new Map<string, AccountContext>();
      const stale: string[] = [];
      for (const [accountId, revision] of accounts) {
        const entry = entries.get(accountId);
        if (entry && entry.revision >= revision) contexts.set(accountId, entry.context);
        else stale.push(accountId);
      }
      const loaded = stale.length === 0 ? [] : await loadAccounts(dataSource, stale);
      await loadVersions([
        ...flowVersionIds,
        ...loaded.flatMap(({ flows }) => flows.map(({ flowVersionId }) => flowVersionId)),
      ]);
      for (const account of loaded) {
        const entry = {
          revision: account.revision,
          context: toAccountContext(account, { versions, logger }),
        };
        entries.set(account.accountId, entry);
        contexts.set(account.accountId, entry.context);
      }
      return contexts;
    },
  };
};
