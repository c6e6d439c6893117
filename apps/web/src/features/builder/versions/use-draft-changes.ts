import type { Flow } from '@instaflow/contracts';
import { parseFlowDefinition } from '@instaflow/flow-model';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../shared/api/api-error';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { keepFlow } from '../api/keep-flow';
import { whenSaved } from '../autosave/when-saved';
import { useBuilderSession } from '../state/builder-context';
import { layOutMissing } from '../tidy/lay-out-missing';

export const discardedKey = (flowId: string) => ['discarded-drafts', flowId] as const;

/** Replaces the draft by what is published or by a draft thrown away; the one it was is kept by the server. */
export function useDraftChanges() {
  const session = useBuilderSession();
  const { flowId, accountId, store, autosave, exclusively } = session;
  const queryClient = useQueryClient();

  const replaceBy = async (call: () => Promise<Flow>) => {
    // What was only typed so far belongs to the draft that is thrown away.
    if (!(await whenSaved(session))) {
      throw new ApiError({ status: 0, code: 'network_error', message: 'The last edits are not saved' });
    }
    const flow = await exclusively(call);
    const parsed = parseFlowDefinition(flow.flowDefinition);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    store.getState().replaceDefinition(parsed.definition, await layOutMissing(parsed.definition));
    autosave.reset(flow.revision);
    keepFlow(flow);
  };
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId) });
    void queryClient.invalidateQueries({ queryKey: discardedKey(flowId) });
  };
  const discard = useMutation({
    mutationFn: () =>
      replaceBy(() =>
        callApi('discardDraft', { params: { id: flowId }, body: { revision: autosave.state().revision } }),
      ),
    onSuccess,
  });
  const bringBack = useMutation({
    mutationFn: (draftId: string) =>
      replaceBy(() => callApi('restoreDiscardedDraft', { params: { id: flowId, draftId } })),
    onSuccess,
  });
  return { discard, bringBack };
}
