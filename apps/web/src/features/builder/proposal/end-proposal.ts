import type { EditLabel } from '../history/history';
import { showInstead } from '../overlay/overlay-store';
import type { BuilderStore } from '../state/builder-store';
import { selectOnlyNodeId } from '../state/selection-slice';
import { keptWords } from './kept-words';
import { placeProposal, type PlacedProposal } from './place-proposal';
import type { ShownProposal } from './shown-proposal';

/**
 * Puts proposed steps into the draft as it is now, as one edit, and selects them. Null when it refuses them; it says why
 * as soon as it is on the canvas again.
 */
export function acceptProposal({ drafted, draft }: ShownProposal): PlacedProposal | null {
  const { store, overlay, flowId } = draft;
  const placed = placeProposal(store.getState(), drafted);
  const { operations, steps } = placed;
  const ids = steps.map(({ id }) => id);
  const isDone = store.getState().commit({ label: labelOf(placed), operations, select: ids });
  showInstead(overlay, null);
  if (!isDone) return null;
  keptWords.forget(flowId);
  focusStep(store, { nodeId: drafted.proposal.firstNodeId, selectedIds: ids });
  // All of them are brought into view, not only the one that has the focus.
  store.getState().settle('revealNodeId');
  return placed;
}

/** Takes proposed steps off the canvas; the focus goes back to the step they were to follow. */
export function discardProposal({ drafted, draft, viewBefore }: ShownProposal): void {
  const { store, overlay } = draft;
  const { wiring } = drafted.place;
  showInstead(overlay, null);
  const { definition, selectedNodeIds, setView } = store.getState();
  setView(viewBefore);
  const wantedId = wiring.kind === 'none' ? selectOnlyNodeId(store.getState()) : wiring.nodeId;
  const wanted = definition.nodes.find(({ id }) => id === wantedId);
  focusStep(store, { nodeId: wanted?.id ?? definition.startNodeId, selectedIds: [...selectedNodeIds] });
}

function labelOf({ steps }: PlacedProposal): EditLabel {
  const [first, second] = steps;
  return first && !second
    ? { key: 'addStep', values: { name: first.name } }
    : { key: 'addDrafted', values: { count: steps.length } };
}

function focusStep(store: BuilderStore, wanted: { nodeId: string; selectedIds: string[] }): void {
  store.getState().goToNode(wanted.nodeId);
  store.getState().selectNodes(wanted.selectedIds);
}
