import type { FlowSummary } from '@instaflow/contracts';
import type { Tone } from '@instaflow/ui';

export type FlowState = 'live' | 'liveChanged' | 'paused' | 'draft' | 'off' | 'archived';

export const flowStateTones: Record<FlowState, Tone> = {
  live: 'success',
  liveChanged: 'success',
  paused: 'warning',
  draft: 'neutral',
  off: 'neutral',
  archived: 'neutral',
};

type Stateful = Pick<FlowSummary, 'status' | 'hasUnpublishedChanges' | 'pausedAt' | 'archivedAt'>;

/** The one word for a flow's state. */
export function flowStateOf({ status, hasUnpublishedChanges, pausedAt, archivedAt }: Stateful): FlowState {
  if (archivedAt !== null) return 'archived';
  if (status === 'draft') return 'draft';
  if (pausedAt !== null) return 'paused';
  if (status === 'inactive') return 'off';
  return hasUnpublishedChanges ? 'liveChanged' : 'live';
}
