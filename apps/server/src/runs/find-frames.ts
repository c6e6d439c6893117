import type { RunState, TraceStep } from '@instaflow/flow-engine';

type Frame = RunState['callStack'][number];

/**
 * The flows a step was called from, outermost first, read from the trace: the last `go_to_flow` before it that led into
 * its version, the one that led to that, and so on.
 */
export function findFrames(steps: readonly TraceStep[], step: TraceStep): Frame[] {
  const frames: Frame[] = [];
  let place = steps.indexOf(step);
  let version = step.flowVersionId;
  for (;;) {
    const before: readonly TraceStep[] = steps.slice(0, Math.max(place, 0));
    place = before.findLastIndex(
      ({ nodeType, detail }) => nodeType === 'go_to_flow' && detail['flowVersionId'] === version,
    );
    const caller = steps[place];
    if (caller === undefined) return frames.toReversed();
    frames.push({ flowId: caller.flowId, flowVersionId: caller.flowVersionId, nodeId: caller.nodeId });
    version = caller.flowVersionId;
  }
}
