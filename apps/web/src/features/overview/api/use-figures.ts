import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import type { Period } from '../period';

const freshMs = 60_000;

/** Key figures of a period. */
export function useSummary(period: Period) {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.summary(accountId, period),
    queryFn: ({ signal }) =>
      callApi('getAccountSummary', { params: { id: accountId }, query: period }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: freshMs,
  });
}

/** The same per day. */
export function useTimeseries(period: Period) {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.timeseries(accountId, period),
    queryFn: ({ signal }) =>
      callApi(
        'getAccountTimeseries',
        { params: { id: accountId }, query: { ...period, interval: 'day' } },
        { signal },
      ),
    placeholderData: keepPreviousData,
    refetchInterval: freshMs,
  });
}
