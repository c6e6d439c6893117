import type { FlowDefinition } from '@instaflow/flow-model';

/** A document and what is known around it, as plain data. */
export type ValidationInput = {
  definition: FlowDefinition;
  flowId: string;
  flowIds?: string[];
  triggerTypes?: string[];
};
