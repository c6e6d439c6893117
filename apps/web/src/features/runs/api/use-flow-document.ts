import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** A flow with its draft. */
export function useFlowDocument(flowId: string) {
  return useQuery({
    queryKey: queryKeys.flow(flowId),
    queryFn: ({ signal }) => callApi('getFlow', { params: { id: flowId } }, { signal }),
  });
}
