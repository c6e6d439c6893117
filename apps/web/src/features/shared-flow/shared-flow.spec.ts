import { createTalk, listMessages, playMoves } from '@instaflow/flow-engine';
import { flow, goToFlow, message, start } from '@instaflow/flow-model';
import { createPerson } from '../builder/test-phone/state/test-person';
import { createGuestWorld } from './create-guest-world';
import { createSharedSession } from './create-shared-session';
import { readSharedFlow, sharedFlowId } from './read-shared-flow';

const other = '7d6f6f0e-92a3-4b50-9d4c-5d8b8f2f3a11';
const json = (value: unknown) => JSON.parse(JSON.stringify(value));
const shared = {
  name: 'Welcome',
  expiresAt: '2026-12-01T00:00:00.000Z',
  flowDefinition: json(flow(start(), message('Hi {{contact.firstName}}'), goToFlow(other))),
  linkedFlows: [{ flowId: other, name: 'More', flowDefinition: json(flow(start(), message('There'))) }],
};

describe('a shared flow', () => {
  it('is walked by a guest, with the flows it leads to', () => {
    const flows = readSharedFlow(shared);
    if (!flows) throw new Error('not read');
    const talk = createTalk({ now: 0, contact: createPerson().contact });
    const { lines } = playMoves(talk, [{ kind: 'start' }], createGuestWorld(flows, 'seed'));
    expect(listMessages(lines).map(({ text }) => text)).toEqual(['Hi Alex', 'There']);
  });

  it('is refused when its document cannot be read, and goes without linked ones that cannot', () => {
    expect(readSharedFlow({ ...shared, flowDefinition: { nodes: 1 } })).toBeNull();
    const bent = { ...shared, linkedFlows: [{ flowId: other, name: 'More', flowDefinition: { nodes: 1 } }] };
    expect(readSharedFlow(bent)).toHaveLength(1);
  });

  it('cannot be edited', () => {
    const [own] = readSharedFlow(shared) ?? [];
    if (!own) throw new Error('not read');
    const { store } = createSharedSession(sharedFlowId, own.definition);
    const [first] = own.definition.nodes;
    const operation = { op: 'remove_node' as const, nodeId: first?.id ?? '' };
    expect(store.getState().commit({ label: { key: 'tidy' }, operations: [operation] })).toBe(false);
    expect(store.getState().definition).toBe(own.definition);
  });
});
