import type { FlowSummary } from '@instaflow/contracts';
import { useMutation } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { runFlowCommand } from '../flow-command';
import { useRefreshFlows } from './use-refresh-flows';

/** What is done with a flow in a dialog or may be refused with reasons; the lists are read again afterwards. */
export function useFlowActions(flow: FlowSummary) {
  const refresh = useRefreshFlows();
  const onSuccess = () => refresh([flow.flowId]);
  return {
    setActive: useMutation({
      mutationFn: (isActive: boolean) =>
        callApi('updateFlow', {
          params: { id: flow.flowId },
          body: { status: isActive ? 'active' : 'inactive' },
        }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: () => runFlowCommand(flow, { kind: 'delete' }), onSuccess }),
  };
}
