import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAccountFlows } from '../../api/use-account-flows';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { listLinkedFlowIds, loadLinkedFlows, nameFlow } from './load-linked-flows';

/** The other published flows of the account; with their steps only those that the draft leads to, however far. */
export function usePublishedFlows() {
  const { flowId } = useBuilderSession();
  const definition = useBuilder((state) => state.definition);
  const ids = useMemo(() => listLinkedFlowIds(definition), [definition]);
  const list = useAccountFlows();
  const published = useMemo(
    () =>
      list.data?.flatMap((flow) =>
        flow.status === 'active' && flow.publishedVersion !== null && flow.flowId !== flowId
          ? [{ ...flow, version: flow.publishedVersion, isPaused: flow.pausedAt !== null }]
          : [],
      ),
    [list.data, flowId],
  );
  const versions = published?.map((flow) => `${flow.flowId}@${flow.version}`);
  const linked = useQuery({
    queryKey: ['linked-flows', ids, versions],
    queryFn: ({ signal }) => loadLinkedFlows(ids, published ?? [], signal),
    enabled: published !== undefined,
    staleTime: Infinity,
    // While a step is led elsewhere the phone goes on with what it knew.
    placeholderData: keepPreviousData,
  });
  const data = useMemo(() => {
    if (!published || !linked.data) return undefined;
    const known = new Set(linked.data.map((flow) => flow.flowId));
    return [...linked.data, ...published.filter((flow) => !known.has(flow.flowId)).map(nameFlow)];
  }, [published, linked.data]);
  return {
    data,
    isError: list.isError || linked.isError,
    error: list.error ?? linked.error,
    refetch: () => Promise.all([list.refetch(), linked.refetch()]),
  };
}
