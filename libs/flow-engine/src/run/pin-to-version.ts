import type { FlowSource } from '../flow-source';
import type { RunState } from '../run-state';

/**
 * The run in another version of the flow it stands in. Buttons sent earlier lead there; those of steps that version does
 * not have lead nowhere any more, rather than back.
 */
export function pinToVersion(run: RunState, { flowId, flowVersionId, definition }: FlowSource): RunState {
  const before = run.flowVersionId;
  const ids = new Set(definition.nodes.map(({ id }) => id));
  const pin = <Place extends { flowVersionId: string; nodeId: string }>(place: Place): Place[] => {
    if (place.flowVersionId !== before) return [place];
    return ids.has(place.nodeId) ? [{ ...place, flowVersionId }] : [];
  };
  return {
    ...run,
    flowVersionId,
    rootFlowVersionId: run.rootFlowId === flowId ? flowVersionId : run.rootFlowVersionId,
    sentButtons: run.sentButtons.flatMap(pin),
    ...(run.doneBefore && { doneBefore: run.doneBefore.flatMap(pin) }),
  };
}
