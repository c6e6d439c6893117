import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { useBuilderSession } from '../../state/builder-context';
import { useFigureQuery } from '../numbers/use-flow-figures';
import type { FigureKey } from '../overlay-store';

/** Who is behind a number, the latest first. */
export function useVisits({ nodeId, measure, outlet }: FigureKey) {
  const { flowId } = useBuilderSession();
  const asked = useFigureQuery();
  const query = { ...asked, nodeId, measure, ...(outlet === null ? {} : { outlet }) };
  return useInfiniteQuery({
    queryKey: ['flow-visits', flowId, query],
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'listFlowVisits',
        { params: { id: flowId }, query: pageParam ? { ...query, cursor: pageParam } : query },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
}
