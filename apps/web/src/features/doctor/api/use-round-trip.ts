import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

const lookEveryMs = 1_500;
const parameter = 'test';

/**
 * A test message, looked at until it has arrived or its time is over. It stands in the address, so a reload keeps it.
 * `onArrived` is told once, when it arrives while one looks.
 */
export function useRoundTrip(onArrived: () => void) {
  const id = useAccountId();
  const queryClient = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const roundTripId = search.get(parameter) ?? '';
  const trip = useQuery({
    queryKey: queryKeys.roundTrip(roundTripId),
    queryFn: ({ signal }) => callApi('getRoundTrip', { params: { id, roundTripId } }, { signal }),
    enabled: roundTripId !== '',
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? lookEveryMs : false),
  });
  const isAwaited = useRef(false);
  const state = trip.data?.state;
  useEffect(() => {
    if (state === 'passed' && isAwaited.current) onArrived();
    isAwaited.current = state === 'waiting';
  }, [state, onArrived]);
  const start = useMutation({
    mutationFn: () => callApi('startRoundTrip', { params: { id } }),
    onSuccess: (begun) => {
      queryClient.setQueryData(queryKeys.roundTrip(begun.roundTripId), begun);
      setSearch({ [parameter]: begun.roundTripId }, { replace: true });
    },
  });
  return { trip, start, end: () => setSearch({}, { replace: true }) };
}
