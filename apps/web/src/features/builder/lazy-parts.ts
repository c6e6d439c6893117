import { lazy } from 'react';

const loadFirst = () => import('./first-parts');

/** What an earlier visit left in this browser; needed before anything is shown. */
export const loadDrafts = () => import('./autosave/open-draft');

let areLaterHere = false;
const loadLater = async () => {
  const parts = await import('./later-parts');
  areLaterHere = true;
  return parts;
};

const loadOutline = () => import('./outline/outline-view');
const loadTestPhone = () => import('./test-phone/test-phone');
const loadOverlay = () => import('./overlay/overlay-bar');
const loadOverlayPanel = () => import('./overlay/overlay-panel');
const loadCompareBar = () => import('./versions/compare/compare-bar');
const loadComparePanel = () => import('./versions/compare/compare-panel');
const loadEmptyCanvas = () => import('./canvas/empty-canvas');
const loadNotes = () => import('./notes/note-card');
const loadGroups = () => import('./groups/group-view');
const loadCursors = () => import('./presence/cursors/cursors');

/** Whether dialogs and menus open at once. */
export const areLaterPartsHere = (): boolean => areLaterHere;

/** The flow seen from afar; whoever asks draws it by other means until then. */
export const loadFarPicture = async () => (await loadFirst()).FarPicture;

/** Not a part to show: what works from then on. */
export const loadBuilderWork = async () => (await loadFirst()).BuilderWork;

// The parts of the builder that the first picture of a flow can do without. What surrounds it:
export const BarTools = lazy(async () => ({ default: (await loadFirst()).BarTools }));
export const Presence = lazy(async () => ({ default: (await loadFirst()).Presence }));
export const Palette = lazy(async () => ({ default: (await loadFirst()).Palette }));
export const CardTools = lazy(async () => ({ default: (await loadFirst()).CardTools }));
export const EdgeTools = lazy(async () => ({ default: (await loadFirst()).EdgeTools }));

// What opens with a click.
export const StepPanel = lazy(async () => ({ default: (await loadLater()).StepPanel }));
export const BuilderDialogs = lazy(async () => ({ default: (await loadLater()).BuilderDialogs }));
export const AddMenu = lazy(async () => ({ default: (await loadLater()).AddMenu }));
export const SelectionBar = lazy(async () => ({ default: (await loadLater()).SelectionBar }));

// What only some flows have, or some people look at.
export const OutlineView = lazy(async () => ({ default: (await loadOutline()).OutlineView }));
export const TestPhone = lazy(async () => ({ default: (await loadTestPhone()).TestPhone }));
export const OverlayBar = lazy(async () => ({ default: (await loadOverlay()).OverlayBar }));
export const OverlayPanel = lazy(async () => ({ default: (await loadOverlayPanel()).OverlayPanel }));
export const CompareBar = lazy(async () => ({ default: (await loadCompareBar()).CompareBar }));
export const ComparePanel = lazy(async () => ({ default: (await loadComparePanel()).ComparePanel }));
export const EmptyCanvas = lazy(async () => ({ default: (await loadEmptyCanvas()).EmptyCanvas }));
export const NoteCard = lazy(async () => ({ default: (await loadNotes()).NoteCard }));
export const GroupView = lazy(async () => ({ default: (await loadGroups()).GroupView }));

// Pointers of others are no reason to end anybody's work: without their code there are none.
export const Cursors = lazy(() =>
  loadCursors().then(
    (loaded) => ({ default: loaded.Cursors }),
    () => ({ default: () => null }),
  ),
);

/** Fetches what is needed right after the page's own code. What fails here fails again where it is needed. */
export function preloadDrafts(): void {
  loadDrafts().catch(() => undefined);
}

/** Fetches what opens with a click while nothing else is to be done, so that the first click waits for no network. */
export function preloadParts(): void {
  // A part that cannot be fetched now is fetched again when it is needed, and then says so.
  for (const load of [loadLater, loadOutline]) void load().catch(() => undefined);
}
