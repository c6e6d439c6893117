import type { StateCreator } from 'zustand/vanilla';
import type { EditLabel } from '../history/history';
import type { BuilderState } from './builder-store';

export type Announcement = { label: EditLabel; kind: 'done' | 'undone' | 'redone' };

export type SelectionSlice = {
  selectedNodeIds: ReadonlySet<string>;
  selectedEdgeId: string | null;
  isPanelOpen: boolean;
  /** A node that shall be brought into view; and one that shall get the keyboard focus, once it is drawn. */
  revealNodeId: string | null;
  focusNodeId: string | null;
  /** A field of the panel that shall get the focus; '' is the first one. */
  focusFieldPath: string | null;
  /** Told to screen readers. */
  announcement: Announcement | null;
  /** Why the last edit was refused, as a sentence. */
  refusal: string | null;
  selectNodes: (nodeIds: string[]) => void;
  selectEdge: (edgeId: string | null) => void;
  /** Selects one node and opens its panel, at a field if one is named. */
  openNode: (nodeId: string, fieldPath?: string) => void;
  closePanel: () => void;
  /** Selects a node, brings it into view and gives it the focus. */
  goToNode: (nodeId: string) => void;
  /** Brings a node into view and leaves everything else. */
  revealNode: (nodeId: string) => void;
  settle: (what: 'revealNodeId' | 'focusNodeId' | 'focusFieldPath' | 'refusal') => void;
};

/** What is selected, what is in the panel, and where the focus is to go next. None of it is ever saved. */
export const createSelectionSlice: StateCreator<BuilderState, [], [], SelectionSlice> = (set, get) => ({
  selectedNodeIds: new Set(),
  selectedEdgeId: null,
  isPanelOpen: false,
  revealNodeId: null,
  focusNodeId: null,
  focusFieldPath: null,
  announcement: null,
  refusal: null,
  selectNodes: (nodeIds) => {
    set({ selectedNodeIds: new Set(nodeIds), selectedEdgeId: null });
  },
  selectEdge: (edgeId) => {
    set({ selectedEdgeId: edgeId, selectedNodeIds: new Set() });
  },
  openNode: (nodeId, fieldPath) => {
    set({
      selectedNodeIds: new Set([nodeId]),
      selectedEdgeId: null,
      isPanelOpen: true,
      revealNodeId: nodeId,
      focusFieldPath: fieldPath ?? null,
    });
  },
  closePanel: () => {
    const [only] = get().selectedNodeIds;
    set({ isPanelOpen: false, focusNodeId: only ?? null });
  },
  goToNode: (nodeId) => {
    set({
      selectedNodeIds: new Set([nodeId]),
      selectedEdgeId: null,
      revealNodeId: nodeId,
      focusNodeId: nodeId,
    });
  },
  revealNode: (revealNodeId) => {
    set({ revealNodeId });
  },
  settle: (what) => {
    set({ [what]: null });
  },
});

/** The node the panel and the keyboard act on: the selected one, when it is just one. */
export function selectOnlyNodeId(state: BuilderState): string | null {
  if (state.selectedNodeIds.size !== 1) return null;
  const [only] = state.selectedNodeIds;
  return only ?? null;
}
