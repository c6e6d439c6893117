import type { Positions } from '../canvas/position';
import type { WorkerAnswer, WorkerRequest } from '../workers/create-worker-client';
import { layoutFlow } from './layout-flow';
import type { LayoutGraph } from './layout-graph';

addEventListener('message', ({ data }: MessageEvent<WorkerRequest<LayoutGraph>>) => {
  const answer: WorkerAnswer<Positions> = { requestId: data.requestId, result: layoutFlow(data.input) };
  postMessage(answer);
});
