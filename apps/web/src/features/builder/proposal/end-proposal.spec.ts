import { flow, message, start, tagContact, wait } from '@instaflow/flow-model';
import { findTarget } from '../actions/connect-steps';
import { createOverlayStore } from '../overlay/overlay-store';
import type { BuilderContextValue } from '../state/builder-context';
import { createBuilderStore } from '../state/builder-store';
import type { AddPlace, BuilderView } from '../state/canvas-slice';
import { acceptProposal, discardProposal } from './end-proposal';
import { findDraft } from './find-draft';
import { keptWords } from './kept-words';
import { StepsRefused, showProposal } from './show-proposal';
import { draftSteps } from './spec-support/draft-steps';

const place: AddPlace = { wiring: { kind: 'edge', nodeId: 'w', condition: null }, position: null };
const steps = [
  message('New', { id: 'n', name: 'New' }),
  tagContact('n', { id: 'o', name: 'Tag', end: true }),
];

function open({ view = 'canvas' }: { view?: BuilderView } = {}) {
  const definition = flow(
    start({ id: 's' }),
    wait('1h', { id: 'w' }),
    message('Bye', { id: 'b', name: 'Bye', end: true }),
  );
  const store = createBuilderStore({
    definition,
    automaticPositions: { s: { x: 0, y: 0 }, w: { x: 424, y: 0 }, b: { x: 848, y: 0 } },
    isReadOnly: false,
    revision: 1,
    view,
    ports: { nowMs: () => 0, onEdited: () => undefined },
  });
  const overlay = createOverlayStore(null);
  const session = { store, overlay, flowId: 'f' } as unknown as BuilderContextValue;
  const show = (of: BuilderContextValue = session) => {
    showProposal(of, { drafted: draftSteps(steps, place), Bar: () => null });
    const { proposal, shown } = overlay.getState();
    if (!proposal || !shown) throw new Error('nothing is shown');
    return { proposal, shown };
  };
  return { store, overlay, session, show, before: JSON.stringify(definition) };
}

describe('drafted steps', () => {
  it('are shown as they would be in the flow, which stays as it is', () => {
    const { store, show, before } = open({ view: 'outline' });
    store.getState().describe(place);
    const { shown, proposal } = show();
    expect(shown.definition.nodes.map(({ id }) => id)).toEqual(['s', 'w', 'b', 'n', 'o']);
    expect([findTarget(shown.definition, 'w', null), findTarget(shown.definition, 'o', null)]).toEqual([
      'n',
      'b',
    ]);
    expect(proposal.nodeIds).toEqual(['n', 'o']);
    expect(JSON.stringify(store.getState().definition)).toBe(before);
    expect(store.getState()).toMatchObject({ dialog: null, view: 'canvas', history: { past: [] } });
  });

  it("are the flow's with one edit, selected, and gone with one undo", () => {
    const { store, overlay, show, before } = open();
    keptWords.keep('f', 'Say something new');
    const { proposal, shown } = show();
    acceptProposal(proposal);
    const ids = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);
    expect(ids(store.getState().definition)).toEqual(ids(shown.definition));
    expect(overlay.getState()).toMatchObject({ proposal: null, shown: null });
    expect(store.getState()).toMatchObject({ focusNodeId: 'n', revealNodeId: null });
    expect([...store.getState().selectedNodeIds]).toEqual(['n', 'o']);
    expect(store.getState().history.past.map(({ label }) => label)).toEqual([
      { key: 'addDrafted', values: { count: 2 } },
    ]);
    expect(keptWords.read('f')).toBe('');
    store.getState().undo();
    expect(JSON.stringify(store.getState().definition)).toBe(before);
  });

  it('go into the flow as it is when they are accepted', () => {
    const { store, show } = open();
    const { proposal } = show();
    store.getState().commit({
      label: { key: 'disconnect' },
      operations: [{ op: 'remove_node', nodeId: 'w' }],
    });
    expect(acceptProposal(proposal)).toMatchObject({ isLost: true });
    expect(store.getState().definition.nodes.map(({ id }) => id)).toEqual(['s', 'b', 'n', 'o']);
  });

  it('leave no trace when they are discarded, but for their words', () => {
    const { store, overlay, show, before } = open({ view: 'outline' });
    keptWords.keep('f', 'Say something new');
    store.getState().selectNodes(['b']);
    const { proposal } = show();
    discardProposal(proposal);
    expect(overlay.getState()).toMatchObject({ proposal: null, shown: null });
    expect(JSON.stringify(store.getState().definition)).toBe(before);
    expect(store.getState()).toMatchObject({ view: 'outline', focusNodeId: 'w', history: { past: [] } });
    expect([...store.getState().selectedNodeIds]).toEqual(['b']);
    expect(keptWords.read('f')).toBe('Say something new');
  });

  it('can be drafted again while others are shown, for the same draft', () => {
    const { session, show } = open({ view: 'outline' });
    show();
    const standIn = { ...session, store: open().store };
    expect(findDraft(standIn)).toBe(session);
    const { proposal, shown } = show(standIn);
    expect([proposal.draft, proposal.viewBefore]).toEqual([session, 'outline']);
    expect(shown.definition.nodes).toHaveLength(5);
  });

  it('are not shown when the flow could not take them', () => {
    const { session, overlay } = open();
    const twice = draftSteps([message('A', { id: 'w', end: true })], place);
    expect(() => {
      showProposal(session, { drafted: twice, Bar: () => null });
    }).toThrow(StepsRefused);
    expect(overlay.getState().proposal).toBeNull();
  });
});
