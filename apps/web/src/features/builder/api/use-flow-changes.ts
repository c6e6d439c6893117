import type { Flow } from '@instaflow/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { useBuilderSession } from '../state/builder-context';
import { keepFlow } from './keep-flow';
import { toJsonObject } from './save-flow';

/** Everything that is done to the flow besides editing its draft. Each tells autosave the revision it led to. */
export function useFlowChanges() {
  const { flowId, accountId, autosave, store, exclusively } = useBuilderSession();
  const queryClient = useQueryClient();
  const params = { id: flowId };

  const write = (call: () => Promise<Flow>) =>
    exclusively(async () => {
      const before = autosave.state().revision;
      const flow = await call();
      // A jump means that somebody else saved in between: then the next save has to find out and merge.
      if (flow.revision <= before + 1) autosave.revised(flow.revision);
      keepFlow(flow);
      return flow;
    });
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId) });
    void queryClient.invalidateQueries({ queryKey: queryKeys.flowVersions(flowId) });
  };

  const publish = useMutation({
    mutationFn: (body: { note: string; ignoreFailedTests: boolean }) =>
      write(() => callApi('publishFlow', { params, body: { ...body, revision: autosave.state().revision } })),
    onSuccess,
  });
  const deactivate = useMutation({
    mutationFn: () => write(() => callApi('updateFlow', { params, body: { status: 'inactive' } })),
    onSuccess,
  });
  const rename = useMutation({
    mutationFn: (name: string) => write(() => callApi('updateFlow', { params, body: { name } })),
    onSuccess,
  });
  const copy = useMutation({
    mutationFn: (name: string) =>
      callApi('createFlow', {
        params: { id: accountId },
        body: { name, flowDefinition: toJsonObject(store.getState().definition) },
      }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId) });
    },
  });
  return { publish, deactivate, rename, copy };
}
