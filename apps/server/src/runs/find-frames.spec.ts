import { traceStepSchema, type TraceStep } from '@instaflow/flow-engine';
import { findFrames } from './find-frames';

const step = (flow: string, nodeId: string, leadsTo?: string): TraceStep =>
  traceStepSchema.parse({
    at: 0,
    runId: 'r',
    flowId: flow,
    flowVersionId: `${flow}@1`,
    nodeId,
    nodeType: leadsTo === undefined ? 'message' : 'go_to_flow',
    visit: 1,
    outcome: 'advanced',
    branch: null,
    targetNodeId: null,
    reason: null,
    detail: leadsTo === undefined ? {} : { flowId: leadsTo, flowVersionId: `${leadsTo}@1` },
    effectKeys: [],
  });

describe('findFrames', () => {
  it('reads the way in from the trace, outermost first', () => {
    const failed = step('c', 'm');
    const steps = [step('a', 'to_b', 'b'), step('b', 'to_c', 'c'), failed, step('a', 'after')];
    expect(findFrames(steps, failed)).toEqual([
      { flowId: 'a', flowVersionId: 'a@1', nodeId: 'to_b' },
      { flowId: 'b', flowVersionId: 'b@1', nodeId: 'to_c' },
    ]);
  });

  it('finds none for a step of the flow the run began with', () => {
    const failed = step('a', 'm');
    expect(findFrames([failed, step('a', 'to_b', 'b'), step('b', 'n')], failed)).toEqual([]);
  });
});
