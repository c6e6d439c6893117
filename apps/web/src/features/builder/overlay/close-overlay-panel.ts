import type { BuilderContextValue } from '../state/builder-context';

/** Closes what is beside the canvas; a step that was clicked meanwhile keeps the focus and does not open in its stead. */
export function closeOverlayPanel({ store, overlay }: Pick<BuilderContextValue, 'store' | 'overlay'>): void {
  overlay.setState({ panel: null });
  const { isPanelOpen, closePanel } = store.getState();
  if (isPanelOpen) closePanel();
}
