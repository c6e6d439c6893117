import type { FlowSummary } from '@instaflow/contracts';

/** What is asked before something is done with flows. */
export type FlowQuestion = { kind: 'delete' | 'move' | 'duplicate'; flows: readonly FlowSummary[] };
