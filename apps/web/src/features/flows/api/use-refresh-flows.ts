import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useAccountId } from '../../../shared/account/use-account-id';
import { queryKeys } from '../../../shared/api/query-keys';

/** Reads again what shows flows of the account: lists, folders and triggers, and single flows when `flowIds` are told. */
export function useRefreshFlows(): (flowIds?: readonly string[]) => Promise<void> {
  const queryClient = useQueryClient();
  const accountId = useAccountId();
  return useCallback(
    async (flowIds = []) => {
      const keys = [
        queryKeys.flows(accountId),
        queryKeys.flowFolders(accountId),
        queryKeys.flowOwners(accountId),
        queryKeys.accountTriggers(accountId),
        ...flowIds.map(queryKeys.flow),
      ];
      await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
    [queryClient, accountId],
  );
}
