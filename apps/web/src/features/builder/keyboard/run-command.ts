import { findWiringAfterSelection } from '../actions/add-step';
import { deleteSelection } from '../actions/delete-selection';
import { goToNextIssue } from '../actions/go-to-next-issue';
import { duplicateSelection } from '../actions/copy-steps';
import { moveSteps } from '../actions/move-steps';
import { toggleDisabled } from '../actions/toggle-disabled';
import { canSplice } from '../actions/splice-step';
import { findNeighbour, type Direction } from '../canvas/find-neighbour';
import { listFlowOrder } from '../canvas/list-flow-order';
import { groupSelection, ungroupSelection } from '../groups/edit-groups';
import { toggleComments } from '../comments/toggle-comments';
import { closeOverlayPanel } from '../overlay/close-overlay-panel';
import { toggleOverlay } from '../overlay/overlay-store';
import type { BuilderContextValue } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';
import { toggleBreakpoints } from '../test-phone/breakpoints/toggle-breakpoints';
import type { Command } from './find-command';

export type CommandContext = {
  session: BuilderContextValue;
  tidy: () => Promise<void>;
  /** What a new group is called. */
  groupName: string;
};

type Run = (context: CommandContext) => boolean;
const gridStep = 16;

/** Does what a key asked for; false when there was nothing to do, so that the browser may do what it usually does. */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (command.name === 'walk') return walk(context, command.direction);
  if (command.name === 'move') return move(context, command.direction);
  return commands[command.name](context);
}

const commands: Record<Exclude<Command['name'], 'walk' | 'move'>, Run> = {
  add: ({ session: { store } }) => {
    if (store.getState().isReadOnly) return false;
    store.getState().setAddMenu({ wiring: findWiringAfterSelection(store), position: null, anchor: null });
    return true;
  },
  addHere: ({ session: { store, viewport } }) => {
    if (store.getState().isReadOnly) return false;
    const position = viewport.get()?.dropPosition() ?? null;
    store.getState().setAddMenu({ wiring: { kind: 'none' }, position, anchor: null });
    return true;
  },
  next: (context) => step(context, 1),
  previous: (context) => step(context, -1),
  edit: (context) => withNode(context, (nodeId, { openNode }) => openNode(nodeId, '')),
  rename: (context) =>
    withNode(context, (nodeId, { openNode }) => {
      openNode(nodeId);
      requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-step-name]')?.select());
    }),
  connect: (context) =>
    withNode(context, (nodeId, { isReadOnly, setConnectFrom }) => {
      if (!isReadOnly) setConnectFrom(nodeId);
    }),
  relocate: (context) =>
    withNode(context, (nodeId, { definition, isReadOnly, setDialog }) => {
      if (!isReadOnly && canSplice(definition, nodeId)) setDialog('relocate');
    }),
  duplicate: ({ session: { store } }) => {
    duplicateSelection(store);
    return true;
  },
  disable: ({ session: { store } }) => toggleDisabled(store, store.getState().selectedNodeIds),
  breakpoint: ({ session: { store, flowId } }) =>
    toggleBreakpoints(store, { flowId, nodeIds: store.getState().selectedNodeIds }),
  delete: ({ session: { store } }) => {
    deleteSelection(store);
    return true;
  },
  selectAll: ({ session: { store } }) => {
    const { definition, selectNodes } = store.getState();
    selectNodes(definition.nodes.map(({ id }) => id));
    return true;
  },
  undo: ({ session: { store } }) => {
    store.getState().undo();
    return true;
  },
  redo: ({ session: { store } }) => {
    store.getState().redo();
    return true;
  },
  find: (context) => show(context, 'find'),
  commands: (context) => show(context, 'commands'),
  group: ({ session: { store }, groupName }) => {
    groupSelection(store, groupName);
    return true;
  },
  ungroup: ({ session: { store } }) => {
    ungroupSelection(store);
    return true;
  },
  extract: ({ session: { store } }) => {
    const { isReadOnly, selectedNodeIds, setDialog } = store.getState();
    if (isReadOnly || selectedNodeIds.size === 0) return false;
    setDialog('extract');
    return true;
  },
  nextIssue: ({ session: { store } }) => goToNextIssue(store),
  publish: (context) => !context.session.store.getState().isReadOnly && show(context, 'publish'),
  help: (context) => show(context, 'shortcuts'),
  fit: ({ session }) => {
    session.viewport.get()?.fit();
    return true;
  },
  fitSelection: ({ session }) => {
    const ids = [...session.store.getState().selectedNodeIds];
    session.viewport.get()?.fit(ids.length > 0 ? ids : undefined);
    return true;
  },
  resetZoom: ({ session }) => {
    session.viewport.get()?.resetZoom();
    return true;
  },
  tidy: ({ tidy, session }) => {
    if (session.store.getState().isReadOnly) return false;
    void tidy();
    return true;
  },
  minimap: ({ session }) => {
    session.store.getState().toggle('isMinimapShown');
    return true;
  },
  outline: ({ session }) => {
    const state = session.store.getState();
    state.setView(state.view === 'canvas' ? 'outline' : 'canvas');
    // The focus goes along to the same step, so that it is never lost with the view it was in.
    state.goToNode(selectOnlyNodeId(state) ?? state.definition.startNodeId);
    return true;
  },
  testPhone: ({ session: { store } }) => {
    const { isTestPhoneOpen, setTestPhone } = store.getState();
    setTestPhone(!isTestPhoneOpen);
    return true;
  },
  overlay: ({ session: { overlay } }) => {
    toggleOverlay(overlay);
    return true;
  },
  comments: ({ session }) => {
    toggleComments(session);
    return true;
  },
  leave: ({ session: { store, overlay } }) => {
    if (overlay.getState().panel !== null) {
      closeOverlayPanel({ store, overlay });
      return true;
    }
    const { isPanelOpen, closePanel, selectNodes, selectedNodeIds } = store.getState();
    if (isPanelOpen && selectedNodeIds.size === 1) closePanel();
    else selectNodes([]);
    return true;
  },
};

type State = ReturnType<CommandContext['session']['store']['getState']>;

function withNode({ session }: CommandContext, run: (nodeId: string, state: State) => void): boolean {
  const state = session.store.getState();
  const nodeId = selectOnlyNodeId(state);
  if (nodeId === null) return false;
  run(nodeId, state);
  return true;
}

function show({ session }: CommandContext, dialog: 'find' | 'publish' | 'shortcuts' | 'commands'): boolean {
  session.store.getState().setDialog(dialog);
  return true;
}

function step({ session }: CommandContext, by: 1 | -1): boolean {
  const state = session.store.getState();
  const order = listFlowOrder(state.definition);
  const current = selectOnlyNodeId(state);
  if (current === null) return false;
  const next = order[order.indexOf(current) + by];
  if (next === undefined) return false;
  state.goToNode(next);
  return true;
}

function walk({ session }: CommandContext, direction: Direction): boolean {
  const state = session.store.getState();
  const current = selectOnlyNodeId(state);
  const next =
    current === null ? state.definition.startNodeId : findNeighbour(state.definition, current, direction);
  if (next !== null) state.goToNode(next);
  return true;
}

function move({ session: { store } }: CommandContext, direction: Direction): boolean {
  const { definition, selectedNodeIds, automaticPositions } = store.getState();
  const delta = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction];
  const positions = definition.nodes
    .filter(({ id }) => selectedNodeIds.has(id))
    .map(({ id, position }): [string, { x: number; y: number }] => {
      const place = position ?? automaticPositions[id] ?? { x: 0, y: 0 };
      return [id, { x: place.x + (delta[0] ?? 0) * gridStep, y: place.y + (delta[1] ?? 0) * gridStep }];
    });
  if (positions.length === 0) return false;
  moveSteps(store, { positions: Object.fromEntries(positions) });
  return true;
}
