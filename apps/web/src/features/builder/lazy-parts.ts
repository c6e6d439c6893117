import { lazy } from 'react';

const loadPanel = () => import('./panel/step-panel');
const loadDialogs = () => import('./dialogs/builder-dialogs');
const loadCanvasTools = () => import('./canvas/canvas-tools');
const loadOutline = () => import('./outline/outline-view');
const loadAddMenu = () => import('./palette/add-menu');
const loadTestPhone = () => import('./test-phone/test-phone');
const loadBarTools = () => import('./topbar/bar-tools');
const loadOverlay = () => import('./overlay/overlay-bar');
const loadCompareBar = () => import('./versions/compare/compare-bar');
const loadComparePanel = () => import('./versions/compare/compare-panel');
const loadPresence = () => import('./presence/presence');
const loadOverlayPanel = () => import('./overlay/overlay-panel');

/** The parts of the builder that the first picture of a flow can do without. */
export const StepPanel = lazy(async () => ({ default: (await loadPanel()).StepPanel }));
export const BuilderDialogs = lazy(async () => ({ default: (await loadDialogs()).BuilderDialogs }));
export const OutlineView = lazy(async () => ({ default: (await loadOutline()).OutlineView }));
export const AddMenu = lazy(async () => ({ default: (await loadAddMenu()).AddMenu }));
export const TestPhone = lazy(async () => ({ default: (await loadTestPhone()).TestPhone }));
export const BarTools = lazy(async () => ({ default: (await loadBarTools()).BarTools }));

export const OverlayBar = lazy(async () => ({ default: (await loadOverlay()).OverlayBar }));
export const OverlayPanel = lazy(async () => ({ default: (await loadOverlayPanel()).OverlayPanel }));
export const Presence = lazy(async () => ({ default: (await loadPresence()).Presence }));
export const CompareBar = lazy(async () => ({ default: (await loadCompareBar()).CompareBar }));
export const ComparePanel = lazy(async () => ({ default: (await loadComparePanel()).ComparePanel }));

export const SelectionBar = lazy(async () => ({
  default: (await import('./selection/selection-bar')).SelectionBar,
}));

export const BuilderWork = lazy(async () => ({ default: (await import('./builder-work')).BuilderWork }));
export const EmptyCanvas = lazy(async () => ({
  default: (await import('./canvas/empty-canvas')).EmptyCanvas,
}));
export const Palette = lazy(async () => ({ default: (await import('./palette/palette')).Palette }));
export const CardTools = lazy(async () => ({ default: (await loadCanvasTools()).CardTools }));
export const EdgeTools = lazy(async () => ({ default: (await loadCanvasTools()).EdgeTools }));
export const NoteCard = lazy(async () => ({ default: (await import('./notes/note-card')).NoteCard }));
export const GroupView = lazy(async () => ({
  default: (await import('./groups/group-view')).GroupView,
}));

/** Fetches them while nothing else is to be done, so that the first click on a step does not wait for the network. */
export function preloadParts(): void {
  const loads = [loadPanel, loadAddMenu, loadDialogs, loadOutline];
  // A part that cannot be fetched now is fetched again when it is needed, and then says so.
  for (const load of loads) void load().catch(() => undefined);
}
