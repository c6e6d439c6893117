import type { FlowDefinition, FlowOperation, FlowProblem } from '@instaflow/flow-model';
import type { LinkedFlow } from './use-linked-flows';

/** A document and what is known around it, as plain data. */
export type ValidationInput = {
  definition: FlowDefinition;
  flowId: string;
  flowIds?: string[];
  triggerTypes?: string[];
  /** Other flows' steps, for paths that go on there. */
  linkedFlows?: LinkedFlow[];
  /** Also find the edits that repair all that can be repaired. */
  isRepairWanted?: boolean;
};

export type ValidationAnswer = {
  problems: FlowProblem[];
  /** In order; null when no repair was asked for. */
  repair: { operations: FlowOperation[]; count: number } | null;
};
