import { queryOptions, useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

/** Reads all connected accounts of the signed-in person. */
export const accountsQuery = queryOptions({
  queryKey: queryKeys.accounts,
  queryFn: ({ signal }) => callApi('listAccounts', { query: { limit: 100 } }, { signal }),
});

/** All connected accounts of the signed-in person. */
export function useAccounts() {
  return useQuery(accountsQuery);
}
