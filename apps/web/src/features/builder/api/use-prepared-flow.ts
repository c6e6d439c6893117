import { parseFlowDefinition } from '@instaflow/flow-model';
import { useQuery } from '@tanstack/react-query';
import { readFlow } from '../../../shared/flow/early-flow';
import { loadDrafts } from '../lazy-parts';
import { layOutMissing } from '../tidy/lay-out-missing';
import { keepFlow } from './keep-flow';

/**
 * Loads a flow, reads its document, looks for what an earlier visit left in this browser, and finds places for nodes
 * that have none: everything an editor begins with.
 */
export function usePreparedFlow(flowId: string) {
  return useQuery({
    queryKey: ['builder', flowId],
    queryFn: async ({ signal }) => {
      const [flow, { openDraft }] = await Promise.all([readFlow(flowId, signal), loadDrafts()]);
      const parsed = parseFlowDefinition(flow.flowDefinition);
      keepFlow(flow);
      if (!parsed.ok) return { flow, parsed, automaticPositions: {}, draft: null };
      const draft = await openDraft({ flowId, revision: flow.revision, definition: parsed.definition });
      const automaticPositions = await layOutMissing(draft.restored?.definition ?? parsed.definition);
      return { flow, parsed, automaticPositions, draft };
    },
    // The editor owns the document from here on: reading it again behind its back would be wrong.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}
