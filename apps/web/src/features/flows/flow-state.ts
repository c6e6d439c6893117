import type { FlowSummary } from '@instaflow/contracts';
import type { Tone } from '@instaflow/ui';

export type FlowState = 'live' | 'liveChanged' | 'draft' | 'off';

export const flowStateTones: Record<FlowState, Tone> = {
  live: 'success',
  liveChanged: 'warning',
  draft: 'neutral',
  off: 'neutral',
};

/** The one word for a flow's state. */
export function flowStateOf(flow: Pick<FlowSummary, 'status' | 'hasUnpublishedChanges'>): FlowState {
  if (flow.status === 'draft') return 'draft';
  if (flow.status === 'inactive') return 'off';
  return flow.hasUnpublishedChanges ? 'liveChanged' : 'live';
}
