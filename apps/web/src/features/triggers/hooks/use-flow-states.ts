import { useMemo } from 'react';
import { useAllFlows } from '../../../shared/flow/use-all-flows';

/** Why a flow does not answer. */
export type SilentState = 'draft' | 'inactive' | 'paused';

/** Which flows answer at all. A flow nothing is known of (yet) is taken for a live one. */
export function useFlowStates() {
  const flows = useAllFlows().data?.flows;
  return useMemo(() => {
    const silent = new Map<string, SilentState>();
    for (const { flowId, status, pausedAt } of flows ?? []) {
      if (status !== 'active') silent.set(flowId, status);
      else if (pausedAt !== null) silent.set(flowId, 'paused');
    }
    return {
      isLive: (flowId: string): boolean => !silent.has(flowId),
      silentState: (flowId: string): SilentState | null => silent.get(flowId) ?? null,
    };
  }, [flows]);
}
