import { flow, message, start, wait } from '@instaflow/flow-model';
import { copySelection, pasteText } from '../actions/copy-steps';
import { createBuilderStore } from '../state/builder-store';
import { changeGroup, foldGroup, groupSelection, ungroupSelection } from './edit-groups';
import { createGroupFolder } from './fold-groups';
import { startGroupDrag } from './group-drag';

const open = (isReadOnly = false) =>
  createBuilderStore({
    definition: flow(start({ id: 's' }), message('Hi', { id: 'm' }), wait('1h', { id: 'w', end: true })),
    automaticPositions: { s: { x: 0, y: 0 }, m: { x: 320, y: 0 }, w: { x: 640, y: 0 } },
    isReadOnly,
    revision: 1,
    view: 'canvas',
    ports: { nowMs: () => 0, onEdited: () => undefined },
  });
const groups = (store: ReturnType<typeof open>) => store.getState().definition.groups ?? [];

describe('grouping steps', () => {
  it('frames the selection, asks for its name next, and is undone as one edit', () => {
    const store = open();
    store.getState().selectNodes(['w', 'm']);
    groupSelection(store, 'Group');
    expect(groups(store)).toMatchObject([{ name: 'Group', nodeIds: ['m', 'w'] }]);
    expect(store.getState().editingGroupId).toBe(groups(store)[0]?.id);
    store.getState().selectNodes(['s']);
    groupSelection(store, 'Group');
    expect(groups(store).map(({ name }) => name)).toEqual(['Group', 'Group 2']);
    store.getState().undo();
    store.getState().undo();
    expect(groups(store)).toEqual([]);
  });

  it('does nothing without a selection, and takes frames away again', () => {
    const store = open();
    groupSelection(store, 'Group');
    expect(groups(store)).toEqual([]);
    expect(ungroupSelection(store)).toBe(false);
    store.getState().selectNodes(['m']);
    groupSelection(store, 'Group');
    expect(ungroupSelection(store)).toBe(true);
    expect(groups(store)).toEqual([]);
  });

  it('types a name as one undo step', () => {
    const store = open();
    store.getState().selectNodes(['m']);
    groupSelection(store, 'Group');
    for (const name of ['W', 'We', 'Welcome']) {
      const [group] = groups(store);
      if (group) changeGroup(store, group, { name });
    }
    expect(groups(store)[0]?.name).toBe('Welcome');
    store.getState().undo();
    expect(groups(store)[0]?.name).toBe('Group');
  });

  it('folds for everybody, or only in the view of somebody who may not edit', () => {
    const store = open();
    store.getState().selectNodes(['m']);
    groupSelection(store, 'Group');
    const [group] = groups(store);
    if (!group) throw new Error('no group');
    foldGroup(store, group, true);
    expect(groups(store)[0]?.isCollapsed).toBe(true);

    const folded = { ...group, isCollapsed: true };
    const reader = open(true);
    foldGroup(reader, folded, false);
    expect(reader.getState().peekedGroupIds.has(group.id)).toBe(true);
    foldGroup(reader, folded, true);
    expect(reader.getState().peekedGroupIds.has(group.id)).toBe(false);
    expect(reader.getState().history.past).toEqual([]);
  });

  it('goes along when its steps are copied, and moves them as a whole', () => {
    const store = open();
    store.getState().selectNodes(['m', 'w']);
    groupSelection(store, 'Group');
    pasteText(store, copySelection(store) ?? '', { x: 0, y: 480 });
    expect(groups(store)).toHaveLength(2);
    const [, copy] = groups(store);
    expect(copy?.nodeIds).not.toContain('m');

    const [group] = groups(store);
    if (!group) throw new Error('no group');
    const { nodes } = createGroupFolder()(
      { nodes: [], edges: [] },
      { groups: [], peekedGroupIds: new Set(), describe: () => '' },
    );
    expect(nodes).toEqual([]);
    const drag = startGroupDrag(store, {
      id: 'group:g',
      position: { x: 288, y: -64 },
      data: { group, isFolded: false, count: 2, kinds: '', errors: 0, warnings: 0 },
    });
    expect(drag.positionsAt({ x: 300, y: 0 })).toEqual({ m: { x: 336, y: 64 }, w: { x: 656, y: 64 } });
  });
});
