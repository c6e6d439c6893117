import type { FlowDefinition } from '@instaflow/flow-model';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAccountFlows } from '../api/use-account-flows';
import { useBuilder } from '../state/builder-context';
import { listLinkedFlowIds, loadLinkedFlows } from '../test-phone/world/load-linked-flows';

export type LinkedFlow = { flowId: string; definition: FlowDefinition };

/** The published steps of the flows this one leads to, however far; undefined until they are known. */
export function useLinkedFlows(): LinkedFlow[] | undefined {
  const { data: flows } = useAccountFlows();
  const wanted = useBuilder(({ definition }) => listLinkedFlowIds(definition).join());
  const published = useMemo(
    () =>
      flows?.flatMap(({ flowId, name, publishedVersion, pausedAt }) =>
        publishedVersion === null
          ? []
          : [{ flowId, name, version: publishedVersion, isPaused: pausedAt !== null }],
      ),
    [flows],
  );
  const versions = published?.map(({ flowId, version }) => `${flowId}@${String(version)}`);
  const { data } = useQuery({
    queryKey: ['linked-flows', 'validation', wanted, versions],
    queryFn: async ({ signal }) => {
      const sources = await loadLinkedFlows(wanted.split(','), published ?? [], signal);
      return sources.map(({ flowId, definition }) => ({ flowId, definition }));
    },
    enabled: published !== undefined && wanted !== '',
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return data;
}
