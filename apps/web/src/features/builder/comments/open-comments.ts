import type { OverlayStore } from '../overlay/overlay-store';

/** Shows the comments of a step beside the canvas; all of the flow without one. A thread that is named is shown first. */
export function openComments(
  overlay: OverlayStore,
  { nodeId, commentId = null }: { nodeId: string | null; commentId?: string | null },
): void {
  overlay.setState({ panel: { kind: 'comments', nodeId, commentId } });
}
