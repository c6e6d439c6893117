import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

/** What this installation offers: the test phone, the demo. */
export function useSystemInfo() {
  return useQuery({
    queryKey: queryKeys.systemInfo,
    queryFn: ({ signal }) => callApi('getSystemInfo', {}, { signal }),
    staleTime: Infinity,
  });
}
