import type { Positions } from '../canvas/position';
import { createWorkerClient } from '../workers/create-worker-client';
import type { LayoutGraph } from './layout-graph';

/** Lays a graph out in a worker, so that the canvas stays responsive. Rejects when the worker cannot run. */
export const requestLayout = createWorkerClient<LayoutGraph, Positions>(
  () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
);
