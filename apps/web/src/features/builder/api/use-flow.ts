import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/**
 * The flow as the server has it: name, state words, revision. Read once and then kept up to date by what we save: a
 * refetch must never replace the document under the person's hands.
 */
export function useFlow(flowId: string) {
  return useQuery({
    queryKey: queryKeys.flow(flowId),
    queryFn: ({ signal }) => callApi('getFlow', { params: { id: flowId } }, { signal }),
    // A document of thousands of steps after each save, to find what is the same in it: nobody asks for that here.
    structuralSharing: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}
