import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { useFormat } from '../../../../shared/format/use-format';
import { useBuilderSession } from '../../state/builder-context';
import { useOverlay } from '../use-overlay';
import { toPeriodQuery } from './figure-period';

/** People come by the hundred in a busy flow, so the numbers are read at intervals. */
const rereadEveryMs = 15_000;

/** What is asked about: the period in days of the account, and the version, in the form the API takes. */
export function useFigureQuery(): { startDate: string; endDate: string; version?: number } {
  const format = useFormat();
  const period = useOverlay((state) => state.period);
  const version = useOverlay((state) => state.version);
  const days = toPeriodQuery(period, format.dayKey(new Date().toISOString()));
  return version === null ? days : { ...days, version };
}

/** The numbers of the flow. */
export function useFlowFigures() {
  const { flowId } = useBuilderSession();
  const query = useFigureQuery();
  return useQuery({
    queryKey: ['flow-figures', flowId, query],
    queryFn: ({ signal }) => callApi('getFlowAnalytics', { params: { id: flowId }, query }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: rereadEveryMs,
    staleTime: 0,
  });
}
