import { forKind } from './for-kind';

/** Enters another flow; with a connection of its own the run comes back here when that flow ends. */
export const executeGoToFlow = forKind('go_to_flow', ({ node, findFlow }) => {
  const target = node.flowId ? findFlow(node.flowId) : null;
  if (!target) return { outcome: 'failed', reason: 'flow_missing' };
  if (target.isPaused) return { outcome: 'failed', reason: 'flow_paused' };
  return {
    outcome: 'advanced',
    signal: { kind: 'next' },
    goTo: target,
    detail: { flowId: target.flowId, flowVersionId: target.flowVersionId },
  };
});
