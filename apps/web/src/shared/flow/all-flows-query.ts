import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

const filter = { limit: 100 };

/** The flows of an account, to choose from. One definition, because all who ask share what is kept under its key. */
export const allFlowsQuery = (accountId: string) =>
  queryOptions({
    queryKey: queryKeys.flowList(accountId, filter),
    queryFn: ({ signal }) => callApi('listFlows', { params: { id: accountId }, query: filter }, { signal }),
  });
