import { createWorkerClient } from '../workers/create-worker-client';
import type { ValidationAnswer, ValidationInput } from './validation-input';

/** Checks a document in a worker, which also keeps the template and pattern engines out of the page. */
export const requestValidation = createWorkerClient<ValidationInput, ValidationAnswer>(
  () => new Worker(new URL('./validation.worker.ts', import.meta.url), { type: 'module' }),
);
