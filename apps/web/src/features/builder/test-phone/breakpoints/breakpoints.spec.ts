import { flow, message, note, start } from '@instaflow/flow-model';
import { createBuilderStore } from '../../state/builder-store';
import { isHeldBefore } from './is-held-before';
import { toggleBreakpoints } from './toggle-breakpoints';

const open = () =>
  createBuilderStore({
    definition: flow(start({ id: 's' }), message('Hi', { id: 'm' }), message('Ho', { id: 'h' }), note('x')),
    automaticPositions: {},
    isReadOnly: true,
    revision: 1,
    view: 'canvas',
    ports: { nowMs: () => 0, onEdited: () => undefined },
  });
const toggle = (store: ReturnType<typeof open>, ...ids: string[]) =>
  toggleBreakpoints(store, { flowId: 'main', nodeIds: new Set(ids) });
const idsOf = (store: ReturnType<typeof open>) => [...store.getState().breakpointIds];

describe('breakpoints of the test phone', () => {
  it('are set and removed on one or several steps, also by who may not edit, and never on notes', () => {
    const store = open();
    expect([toggle(store, 'm'), idsOf(store)]).toEqual([true, ['m']]);
    expect([toggle(store, 'm', 'h'), idsOf(store)]).toEqual([true, ['m', 'h']]);
    expect([toggle(store, 'm', 'h'), idsOf(store)]).toEqual([true, []]);
    expect([toggle(store, 'node_4'), toggle(store), idsOf(store)]).toEqual([false, false, []]);
    expect(store.getState().history.past).toEqual([]);
  });

  it('forget steps that are gone', () => {
    const store = open();
    store.getState().setBreakpoints(new Set(['gone', 'h']));
    toggle(store, 'm');
    expect(idsOf(store)).toEqual(['m', 'h']);
  });

  it('hold steps of this flow only', () => {
    const store = open();
    toggle(store, 'm');
    const isHeld = isHeldBefore({ store, flowId: 'main' });
    const step = { runId: 'r', flowVersionId: 'v', nodeType: 'message', visit: 1 };
    const told = { outcome: 'advanced' as const, branch: null, targetNodeId: null, reason: null };
    const of = (flowId: string, nodeId: string) =>
      isHeld({ ...step, ...told, at: 0, flowId, nodeId, detail: {}, effectKeys: [], changes: [] });
    expect([of('main', 'm'), of('main', 'h'), of('other', 'm')]).toEqual([true, false, false]);
  });
});
