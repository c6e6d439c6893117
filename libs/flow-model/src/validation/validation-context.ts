import type { FlowDefinition } from '../flow-definition';

/** What a document alone does not tell. Whatever is absent is not checked. */
export type ValidationContext = {
  /** The flow being checked. */
  flowId?: string;
  /** The flows of the same account that a `go_to_flow` may lead to. */
  flowIds?: ReadonlySet<string>;
  /** Other flows' documents, to look through `go_to_flow`. */
  findFlow?: (flowId: string) => FlowDefinition | null;
  /** Types of the triggers that begin the flow. */
  triggerTypes?: ReadonlySet<string>;
  /** A file of this installation by its address; null for one that is gone, undefined for addresses elsewhere. */
  findMedia?: (url: string) => { bytes: number; contentType: string } | null | undefined;
};
