import {
  flow,
  humanTakeover,
  message,
  onButton,
  onNext,
  quickReply,
  start,
  tagContact,
  wait,
} from '../builders';
import type { FlowDefinition } from '../flow-definition';
import { applyOperations } from '../operations/apply-operation';
import { parseFlowDefinition } from '../parse/parse-flow-definition';
import { planExtraction } from './plan-extraction';
import { replaceByCall, toFlowOfItsOwn } from './replace-by-call';

const chain = () =>
  flow(
    start({ id: 's' }),
    message('One', { id: 'a' }),
    wait('1h', { id: 'b' }),
    message('Two', { id: 'c' }),
    tagContact('seen', { id: 'd', end: true }),
  );
const choice = () =>
  flow(
    start({ id: 's' }),
    message('Which?', {
      id: 'm',
      buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
      to: [onButton('A', 'a'), onButton('B', 'b')],
    }),
    tagContact('a', { id: 'a', end: true }),
    message('B', { id: 'b' }),
    tagContact('z', { id: 'z', end: true }),
  );

const plan = (definition: FlowDefinition, ...ids: string[]) => planExtraction(definition, new Set(ids));
const call = { flowId: 'new-flow', callId: 'call', name: 'Part' };

/** Both documents after the extraction, and this one after taking it back. */
const extract = (definition: FlowDefinition, ...ids: string[]) => {
  const extraction = plan(definition, ...ids);
  if (!extraction.ok) throw new Error(extraction.reason);
  const applied = applyOperations(definition, replaceByCall(definition, extraction, call));
  if (!applied.ok) throw new Error('refused');
  const undone = applyOperations(applied.definition, applied.inverse);
  return {
    caller: applied.definition,
    called: toFlowOfItsOwn(extraction),
    undone: undone.ok ? undone.definition : null,
  };
};
const edgesOf = ({ nodes }: FlowDefinition) =>
  nodes.flatMap(({ id, connections }) => connections.map(({ targetNodeId }) => `${id}>${targetNodeId}`));

describe('extracting steps into a flow of their own', () => {
  it('puts a call in their place, which leads on where they did', () => {
    const { caller, called } = extract(chain(), 'b', 'c');
    expect(edgesOf(caller)).toEqual(['s>a', 'a>call', 'call>d']);
    expect(caller.nodes.find(({ id }) => id === 'call')).toMatchObject({
      type: 'go_to_flow',
      flowId: 'new-flow',
      name: 'Part',
    });
    expect(edgesOf(called)).toEqual(['start>b', 'b>c']);
    expect([parseFlowDefinition(caller).ok, parseFlowDefinition(called).ok]).toEqual([true, true]);
  });

  it('is one edit that can be taken back', () => {
    expect(extract(chain(), 'b', 'c').undone).toEqual(chain());
    expect(extract(choice(), 'a', 's').undone).toEqual(choice());
  });

  it('keeps every way in that leads to the same step', () => {
    const both = choice();
    const nodes = both.nodes.map((node) =>
      node.id === 'm'
        ? { ...node, connections: node.connections.map((edge) => ({ ...edge, targetNodeId: 'b' })) }
        : node,
    );
    const { caller } = extract({ ...both, nodes }, 'b', 'z');
    expect(edgesOf(caller)).toEqual(['s>m', 'm>call', 'm>call']);
  });

  it('finds a name for its start that no step has', () => {
    const named = flow(
      start({ id: 's' }),
      message('One', { id: 'start' }),
      message('Two', { id: 'start_', end: true }),
    );
    expect(edgesOf(extract(named, 'start', 'start_').called)).toEqual(['start__>start', 'start>start_']);
  });

  it('takes groups that lie in them along', () => {
    const group = { id: 'g', name: 'Later', nodeIds: ['b', 'c'] };
    const { caller, called } = extract({ ...chain(), groups: [group] }, 'b', 'c');
    expect(called.groups).toEqual([group]);
    expect(caller.groups?.flatMap(({ nodeIds }) => nodeIds) ?? []).toEqual([]);
  });

  it('leaves the start where it is', () => {
    const { caller, called } = extract(chain(), 's', 'a', 'b', 'c', 'd');
    expect(edgesOf(caller)).toEqual(['s>call']);
    expect(called.nodes.map(({ id }) => id)).toEqual(['start', 'a', 'b', 'c', 'd']);
  });

  it('says where people end now and would go on afterwards', () => {
    expect(plan(choice(), 'm', 'a')).toMatchObject({ ok: true, exitId: 'b', endingIds: ['a'] });
    expect(plan(choice(), 'm', 'a', 'b', 'z')).toMatchObject({ exitId: null, endingIds: [] });
    const handedOver = flow(
      start({ id: 's' }),
      message('Which?', {
        id: 'm',
        buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
        to: [onButton('A', 'h'), onButton('B', 'b')],
      }),
      humanTakeover('Help', { id: 'h' }),
      message('B', { id: 'b' }),
    );
    expect(plan(handedOver, 'm', 'h')).toMatchObject({ exitId: 'b', endingIds: [] });
  });

  it('takes a circle that nothing leads to by its first step', () => {
    const circle = flow(
      start({ id: 's', end: true }),
      message('A', { id: 'a' }),
      wait('1h', { id: 'b', to: [onNext('a')] }),
    );
    expect(plan(circle, 'a', 'b')).toMatchObject({ ok: true, entryId: 'a' });
  });

  it('refuses what has two ways in or two ways on, and what has no step', () => {
    expect(plan(choice(), 'a', 'b')).toEqual({ ok: false, reason: 'several_entries', nodeIds: ['a', 'b'] });
    expect(plan(choice(), 'm')).toEqual({ ok: false, reason: 'several_exits', nodeIds: ['a', 'b'] });
    expect(plan(chain(), 's')).toEqual({ ok: false, reason: 'no_steps', nodeIds: [] });
  });
});
