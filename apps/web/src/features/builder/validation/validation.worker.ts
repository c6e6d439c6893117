import '../../../shared/without-eval';
import { validateFlow, type FlowDefinition } from '@instaflow/flow-model';
import type { WorkerAnswer, WorkerRequest } from '../workers/create-worker-client';
import { repairAll } from './repair-all';
import type { ValidationAnswer, ValidationInput } from './validation-input';

addEventListener('message', ({ data }: MessageEvent<WorkerRequest<ValidationInput>>) => {
  const { definition, flowId, flowIds, triggerTypes, linkedFlows, isRepairWanted } = data.input;
  const linked = new Map(linkedFlows?.map((flow) => [flow.flowId, flow.definition]));
  const validate = (document: FlowDefinition) =>
    validateFlow(document, {
      flowId,
      findFlow: (id) => linked.get(id) ?? null,
      ...(flowIds ? { flowIds: new Set(flowIds) } : {}),
      ...(triggerTypes ? { triggerTypes: new Set(triggerTypes) } : {}),
    });
  const result: ValidationAnswer = {
    problems: validate(definition),
    repair: isRepairWanted ? repairAll(definition, validate) : null,
  };
  const answer: WorkerAnswer<ValidationAnswer> = { requestId: data.requestId, result };
  postMessage(answer);
});
