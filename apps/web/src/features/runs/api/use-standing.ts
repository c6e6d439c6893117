import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** Who stands where in other versions than `version`, and whether they can go there. Changes nothing. */
export function useStanding({ flowId, version }: { flowId: string; version: number }) {
  return useQuery({
    queryKey: [...queryKeys.standing(flowId), version],
    queryFn: ({ signal }) =>
      callApi('movePeople', { params: { id: flowId, version }, body: { dryRun: true } }, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
}
