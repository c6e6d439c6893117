import { validateFlow, type FlowProblem } from '@instaflow/flow-model';
import type { WorkerAnswer, WorkerRequest } from '../workers/create-worker-client';
import type { ValidationInput } from './validation-input';

addEventListener('message', ({ data }: MessageEvent<WorkerRequest<ValidationInput>>) => {
  const { definition, flowId, flowIds, triggerTypes } = data.input;
  const result = validateFlow(definition, {
    flowId,
    ...(flowIds ? { flowIds: new Set(flowIds) } : {}),
    ...(triggerTypes ? { triggerTypes: new Set(triggerTypes) } : {}),
  });
  const answer: WorkerAnswer<FlowProblem[]> = { requestId: data.requestId, result };
  postMessage(answer);
});
