import type { FlowDefinition } from '@instaflow/flow-model';

/** One immutable published version of a flow. */
export type FlowSource = {
  flowId: string;
  flowVersionId: string;
  name: string;
  definition: FlowDefinition;
  /** The flow's own pause switch. */
  isPaused?: boolean;
};

/** The published version of a flow of the same account; null when there is none. */
export type FindFlow = (flowId: string) => FlowSource | null;

/** A pinned version, published or not any more; null when it is gone. */
export type FindVersion = (flowVersionId: string) => FlowSource | null;
