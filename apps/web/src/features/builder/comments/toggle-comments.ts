import { closeOverlayPanel } from '../overlay/close-overlay-panel';
import type { BuilderContextValue } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';
import { openComments } from './open-comments';

/** Shows the comments of the selected step, or all; puts them away when just these are shown. */
export function toggleComments(session: Pick<BuilderContextValue, 'store' | 'overlay'>): void {
  const { store, overlay } = session;
  const nodeId = selectOnlyNodeId(store.getState());
  const { panel } = overlay.getState();
  if (panel?.kind === 'comments' && panel.nodeId === nodeId) closeOverlayPanel(session);
  else openComments(overlay, { nodeId });
}
