import {
  applyOperations,
  businessHours,
  flow,
  humanTakeover,
  message,
  onBranch,
  onButton,
  quickReply,
  start,
  tagContact,
  wait,
  type FlowDefinition,
} from '@instaflow/flow-model';
import { findTarget } from '../actions/connect-steps';
import type { AddPlace } from '../state/canvas-slice';
import { placeProposal } from './place-proposal';
import { draftSteps, listOverlaps } from './spec-support/draft-steps';

const drawn = flow(
  start({ id: 's' }),
  message('Hi', { id: 'm', name: 'Welcome', buttons: [quickReply('A', 'A')], to: [onButton('A', 'w')] }),
  wait('1h', { id: 'w', name: 'Wait' }),
  tagContact('t', { id: 't', name: 'Tag', end: true }),
);
const definition: FlowDefinition = {
  ...drawn,
  nodes: drawn.nodes.map((node, index) => ({ ...node, position: { x: index * 424, y: 0 } })),
};

const none: AddPlace = { wiring: { kind: 'none' }, position: null };
const after = (nodeId: string): AddPlace => ({
  wiring: { kind: 'outlet', nodeId, condition: null },
  position: null,
});
const onEdge = (nodeId: string): AddPlace => ({
  wiring: { kind: 'edge', nodeId, condition: null },
  position: null,
});

/** A question, a way to the team and a way that ends with a tag. */
const branching = [
  message('Which?', {
    id: 'q',
    name: 'Welcome',
    buttons: [quickReply('X', 'X'), quickReply('Y', 'Y')],
    to: [onButton('X', 'x'), onButton('Y', 'y')],
  }),
  tagContact('x', { id: 'x', name: 'Welcome', end: true }),
  humanTakeover('Help', { id: 'y', name: 'Team' }),
];

function accept(flowNow: FlowDefinition, steps: typeof branching, place: AddPlace) {
  const placed = placeProposal({ definition: flowNow, automaticPositions: {} }, draftSteps(steps, place));
  const applied = applyOperations(flowNow, placed.operations);
  if (!applied.ok) throw new Error(applied.problem.message);
  return { ...placed, accepted: applied.definition, inverse: applied.inverse };
}

describe('placing drafted steps', () => {
  it.each([
    ['on their own', none],
    ['after a free way out', after('t')],
    ['on a connection', onEdge('w')],
    ['where they were asked for, on other steps', { ...none, position: { x: 433, y: 7 } }],
  ])('lays them on no step and on the grid: %s', (_where, place) => {
    const { accepted, steps } = accept(definition, branching, place);
    expect(listOverlaps(accepted.nodes)).toEqual([]);
    for (const { position } of steps) {
      expect([(position?.x ?? NaN) % 16, (position?.y ?? NaN) % 16].map(Math.abs)).toEqual([0, 0]);
    }
  });

  it('begins to the right of the step they follow, and at the place that was asked for', () => {
    const { steps } = accept(definition, branching, after('t'));
    expect(steps[0]?.position).toEqual({ x: 3 * 424 + 280 + 144, y: 0 });
    const free = accept(definition, branching, { ...none, position: { x: 1_600, y: 805 } });
    expect(free.steps[0]?.position).toEqual({ x: 1_600, y: 800 });
  });

  it('counts places that are not in the document yet', () => {
    const [placed] = definition.nodes;
    const unplaced = { ...definition, nodes: drawn.nodes };
    const automaticPositions = Object.fromEntries(
      definition.nodes.map(({ id, position }) => [id, position ?? { x: 0, y: 0 }]),
    );
    const drafted = draftSteps(branching, after('t'));
    expect(placed).toBeDefined();
    expect(placeProposal({ definition: unplaced, automaticPositions }, drafted)).toEqual(
      placeProposal({ definition, automaticPositions: {} }, drafted),
    );
  });

  it('gives them names that are free', () => {
    const { steps } = accept(definition, branching, none);
    expect(steps.map(({ name }) => name)).toEqual(['Welcome 2', 'Welcome 3', 'Team']);
  });

  it('leads to the first of them from a free way out', () => {
    const { accepted, isLost } = accept(definition, branching, after('t'));
    expect([findTarget(accepted, 't', null), isLost]).toEqual(['q', false]);
    expect(findTarget(accepted, 'x', null)).toBeNull();
  });

  it('leads on from the last free plain way out where the connection led', () => {
    const { accepted } = accept(definition, branching, onEdge('w'));
    expect(findTarget(accepted, 'w', null)).toBe('q');
    expect(findTarget(accepted, 'x', null)).toBe('t');
    expect(findTarget(accepted, 'q', null)).toBeNull();
  });

  it('leads on from the first free way out where none is plain', () => {
    const steps = [businessHours({ id: 'h', to: [onBranch('closed', 'y')] }), humanTakeover('', { id: 'y' })];
    const { accepted } = accept(definition, steps, onEdge('w'));
    expect(findTarget(accepted, 'h', { type: 'branch', value: 'open' })).toBe('t');
  });

  it('leads on from nowhere when all of them are ends', () => {
    const { accepted } = accept(definition, [humanTakeover('', { id: 'y' })], onEdge('w'));
    expect(accepted.nodes.at(-1)?.connections).toEqual([]);
  });

  it('goes between when the way out was led on meanwhile, and only there when the connection is gone', () => {
    const taken = accept(definition, branching, after('w')).accepted;
    expect([findTarget(taken, 'w', null), findTarget(taken, 'x', null)]).toEqual(['q', 't']);
    const freed = applyOperations(definition, [{ op: 'disconnect', nodeId: 'w', condition: null }]);
    if (!freed.ok) throw new Error(freed.problem.message);
    const { accepted, isLost } = accept(freed.definition, branching, onEdge('w'));
    expect([findTarget(accepted, 'w', null), findTarget(accepted, 'x', null), isLost]).toEqual([
      'q',
      null,
      false,
    ]);
  });

  it('leaves them on their own when the step or its way out is gone', () => {
    const removed = applyOperations(definition, [{ op: 'remove_node', nodeId: 't' }]);
    if (!removed.ok) throw new Error(removed.problem.message);
    const lost = accept(removed.definition, branching, after('t'));
    expect([lost.isLost, lost.operations.map(({ op }) => op)]).toEqual([true, ['paste_nodes']]);
    const wiring = {
      kind: 'outlet',
      nodeId: 'm',
      condition: { type: 'button_payload', value: 'B' },
    } as const;
    expect(accept(definition, branching, { wiring, position: null }).isLost).toBe(true);
    expect(accept(definition, branching, none).isLost).toBe(false);
  });

  it.each([
    ['on their own', none],
    ['after', after('t')],
    ['between', onEdge('w')],
  ])('is taken back to the last byte: %s', (_where, place) => {
    const { accepted, inverse } = accept(definition, branching, place);
    const undone = applyOperations(accepted, inverse);
    expect(JSON.stringify(undone.ok && undone.definition)).toBe(JSON.stringify(definition));
  });
});
