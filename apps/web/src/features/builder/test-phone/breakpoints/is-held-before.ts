import type { TalkStep } from '@instaflow/flow-engine';
import type { BuilderContextValue } from '../../state/builder-context';

/** Whether a step of this flow has a breakpoint now; steps of other flows have none. */
export function isHeldBefore({
  store,
  flowId,
}: Pick<BuilderContextValue, 'store' | 'flowId'>): (step: TalkStep) => boolean {
  const { breakpointIds } = store.getState();
  return (step) => step.flowId === flowId && breakpointIds.has(step.nodeId);
}
