import type { ConnectionCondition } from '@instaflow/flow-model';
import type { StateCreator } from 'zustand/vanilla';
import type { Guide } from '../canvas/find-guides';
import type { Position, Positions } from '../canvas/position';
import type { BuilderState } from './builder-store';

/** What a step that is about to be added is to be wired to. */
export type Wiring =
  | { kind: 'none' }
  | { kind: 'outlet'; nodeId: string; condition: ConnectionCondition | null }
  | { kind: 'edge'; nodeId: string; condition: ConnectionCondition | null };

/** Where steps that are about to be added go. */
export type AddPlace = {
  wiring: Wiring;
  /** Where on the canvas; after the wired step when null. */
  position: Position | null;
};

export type AddMenu = AddPlace & {
  /** Where on the screen the menu opens; in the middle when null. */
  anchor: Position | null;
};

export type BuilderView = 'canvas' | 'outline';
export type BuilderDialog =
  | 'shortcuts'
  | 'publish'
  | 'versions'
  | 'find'
  | 'deactivate'
  | 'move'
  | 'commands'
  | 'share'
  | 'relocate'
  | 'extract'
  | 'describe';

export type CanvasSlice = {
  view: BuilderView;
  dialog: BuilderDialog | null;
  addMenu: AddMenu | null;
  /** Where the steps go that are described in words; null before the first time. */
  describing: AddPlace | null;
  /** Where on the screen the menu of the selected steps opens; null while it is closed. */
  stepMenu: Position | null;
  /** Steps the test phone halts before; kept for this person in this browser. */
  breakpointIds: ReadonlySet<string>;
  /** The node whose connections are being chosen from a list. */
  connectFromNodeId: string | null;
  /** The way out of it that is asked for; the first free one when null. */
  connectFromOutletId: string | null;
  /** Where nodes are while they are dragged; the document changes only when they are let go. */
  dragPositions: Positions;
  /** Lines a dragged step has snapped to. */
  guides: readonly Guide[];
  /** The edge a dragged step would be put on. */
  spliceEdgeId: string | null;
  /** Folded groups that are looked into without opening them for everybody. */
  peekedGroupIds: ReadonlySet<string>;
  /** The group whose name is to be typed next. */
  editingGroupId: string | null;
  isMinimapShown: boolean;
  isPaletteShown: boolean;
  isTestPhoneOpen: boolean;
  /** Where the conversation on the test phone stands. */
  litNodeId: string | null;
  setView: (view: BuilderView) => void;
  setDialog: (dialog: BuilderDialog | null) => void;
  setAddMenu: (addMenu: AddMenu | null) => void;
  /** Opens the dialog in which steps are described in words. */
  describe: (describing: AddPlace) => void;
  /** Opens the menu of what is selected; a step that is not is selected first. Null closes it. */
  setStepMenu: (stepMenu: Position | null, nodeId?: string) => void;
  setBreakpoints: (breakpointIds: ReadonlySet<string>) => void;
  setConnectFrom: (nodeId: string | null, outletId?: string) => void;
  setDrag: (drag: Partial<Pick<CanvasSlice, 'dragPositions' | 'spliceEdgeId' | 'guides'>>) => void;
  peekGroup: (groupId: string, isPeeked: boolean) => void;
  setEditingGroup: (groupId: string | null) => void;
  toggle: (what: 'isMinimapShown' | 'isPaletteShown') => void;
  /** Opens the test phone, which takes the palette's room, or puts it away. */
  setTestPhone: (isTestPhoneOpen: boolean) => void;
  /** Lights a step and brings it into view. */
  lightNode: (nodeId: string | null) => void;
};

const nothingOpen = {
  dialog: null,
  addMenu: null,
  describing: null,
  stepMenu: null,
  connectFromNodeId: null,
  connectFromOutletId: null,
};

/** How the builder looks at the moment. None of it is ever saved. */
export function createCanvasSlice(view: BuilderView): StateCreator<BuilderState, [], [], CanvasSlice> {
  return (set, get) => ({
    view,
    ...nothingOpen,
    breakpointIds: new Set(),
    dragPositions: {},
    spliceEdgeId: null,
    guides: [],
    peekedGroupIds: new Set(),
    editingGroupId: null,
    isMinimapShown: false,
    isPaletteShown: true,
    isTestPhoneOpen: false,
    litNodeId: null,
    setView: (next) => {
      set({ view: next });
    },
    setDialog: (dialog) => {
      set({ dialog });
    },
    setAddMenu: (addMenu) => {
      set({ addMenu });
    },
    describe: (describing) => {
      set({ dialog: 'describe', describing });
    },
    setStepMenu: (stepMenu, nodeId) => {
      if (nodeId !== undefined && !get().selectedNodeIds.has(nodeId)) get().selectNodes([nodeId]);
      set({ stepMenu });
    },
    setBreakpoints: (breakpointIds) => {
      set({ breakpointIds });
    },
    setConnectFrom: (connectFromNodeId, connectFromOutletId = '') => {
      set({ connectFromNodeId, connectFromOutletId: connectFromOutletId || null });
    },
    setDrag: (drag) => {
      set(drag);
    },
    peekGroup: (groupId, isPeeked) => {
      const peeked = new Set(get().peekedGroupIds);
      if (peeked.has(groupId) === isPeeked) return;
      if (isPeeked) peeked.add(groupId);
      else peeked.delete(groupId);
      set({ peekedGroupIds: peeked });
    },
    setEditingGroup: (editingGroupId) => {
      set({ editingGroupId });
    },
    toggle: (what) => {
      set({ [what]: !get()[what] });
    },
    setTestPhone: (isTestPhoneOpen) => {
      set({ isTestPhoneOpen, isPaletteShown: !isTestPhoneOpen });
    },
    lightNode: (litNodeId) => {
      set(litNodeId === null ? { litNodeId } : { litNodeId, revealNodeId: litNodeId });
    },
  });
}
