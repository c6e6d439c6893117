import type { Flow } from '@instaflow/contracts';

export type FlowState = 'live' | 'liveChanged' | 'draft' | 'off';

/** The word for a flow's state. Edits that are still on their way to the server count as unpublished changes. */
export function findFlowState(
  {
    status,
    publishedVersion,
    hasUnpublishedChanges,
  }: Pick<Flow, 'status' | 'publishedVersion' | 'hasUnpublishedChanges'>,
  hasUnsavedEdits: boolean,
): FlowState {
  if (status === 'active') return hasUnpublishedChanges || hasUnsavedEdits ? 'liveChanged' : 'live';
  return publishedVersion === null ? 'draft' : 'off';
}
