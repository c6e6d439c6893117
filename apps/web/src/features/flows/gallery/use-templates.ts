import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** Whole automations to start from. They come with the program, so they are read once. */
export function useTemplates() {
  return useQuery({
    queryKey: queryKeys.flowTemplates,
    queryFn: async ({ signal }) => (await callApi('listFlowTemplates', {}, { signal })).templates,
    staleTime: Infinity,
  });
}
