import type { FlowDiff } from '@instaflow/flow-model';

/** One of two compared documents: a published version, or the draft. */
export type ComparedSide = number | 'draft';

export type Comparison = {
  before: ComparedSide;
  after: ComparedSide;
  diff: FlowDiff;
  /** By node id, of both documents. */
  names: Readonly<Record<string, string>>;
};
