import {
  disabled,
  flow,
  getInput,
  message,
  onInput,
  setAttribute,
  start,
  tagContact,
  wait,
  type FlowDefinition,
} from '@instaflow/flow-model';
import { describeEffect } from '../testing/describe-effect';
import { createSetting } from '../testing/setting';
import { createTalk } from './create-talk';
import { findHeldStep, findHold, talkAtHold, type TalkHold } from './hold-talk';
import { playMove } from './play-move';
import type { Talk, TalkStep, TalkWorld } from './talk';
import { talkMoveSchema, type TalkMoveInput } from './talk-move';

const definition = flow(
  start({ id: 's' }),
  message('Hi', { id: 'hi' }),
  tagContact('met', { id: 'tag' }),
  getInput('Size?', { id: 'ask', saveToAttribute: 'size', to: [onInput(true, 'set')] }),
  setAttribute('flow.total', 3, { id: 'set' }),
  disabled(message('never', { id: 'off' })),
  wait('1h', { id: 'wait' }),
  message('Bye', { id: 'bye' }),
);

function open(document: FlowDefinition = definition) {
  const { contact, account, triggers } = createSetting({});
  const world: TalkWorld = {
    draft: { flowId: 'main', flowVersionId: 'draft', name: 'Main', definition: document },
    ...{ account, triggers, seed: 'seed' },
    findFlow: () => null,
    findVersion: () => null,
  };
  return { world, talk: createTalk({ now: Date.UTC(2026, 4, 4, 12), contact }) };
}

function play(before: Talk, world: TalkWorld, ...moves: TalkMoveInput[]): { before: Talk; after: Talk } {
  return moves.reduce(
    (played, move) => ({
      before: played.after,
      after: playMove(played.after, talkMoveSchema.parse(move), world),
    }),
    { before, after: before },
  );
}
const before =
  (...nodeIds: string[]) =>
  (step: TalkStep) =>
    nodeIds.includes(step.nodeId);
function holdAt(move: { before: Talk; after: Talk }, nodeId: string, from = 0): TalkHold {
  const hold = findHold(move, { from, isHeld: before(nodeId) });
  if (!hold) throw new Error(`not held before ${nodeId}`);
  return hold;
}
const replies = ({ lines }: Talk) =>
  lines.flatMap((line) => (line.kind === 'effect' ? [describeEffect(line.effect)] : []));

describe('a talk that is held', () => {
  it('stands before the step: what it does is neither said nor known yet', () => {
    const { world, talk } = open();
    const move = play(talk, world, { kind: 'text', text: 'hello' });
    const held = talkAtHold(holdAt(move, 'tag'));
    expect(replies(held)).toEqual(['Hi']);
    expect(held.contact.tags).toEqual([]);
    expect(held.run).toMatchObject({ status: 'running', nodeId: 'tag' });
    expect(held.turns.at(-1)?.steps.map(({ nodeId }) => nodeId)).toEqual(['s', 'hi']);
    expect(talkAtHold(holdAt(move, 'ask')).contact.tags).toEqual(['met']);
    expect(replies(move.after)).toEqual(['Hi', '+met', 'Size?']);
  });

  it('shows what the contact and the run know at that moment', () => {
    const { world, talk } = open();
    const move = play(talk, world, { kind: 'text', text: 'hello' }, { kind: 'text', text: 'L' });
    const atSet = talkAtHold(holdAt(move, 'set'));
    expect(atSet.contact.customAttributes).toEqual({ size: 'L' });
    expect(atSet.run?.context).toMatchObject({ answer: 'L' });
    expect(atSet.run?.context).not.toHaveProperty('total');
    expect(talkAtHold(holdAt(move, 'wait')).run?.context).toMatchObject({ answer: 'L', total: 3 });
  });

  it('holds before a step that is switched off as before any other', () => {
    const { world, talk } = open();
    const move = play(talk, world, { kind: 'text', text: 'hello' }, { kind: 'text', text: 'L' });
    expect(findHeldStep(holdAt(move, 'off'))).toMatchObject({ nodeId: 'off', reason: 'step_disabled' });
  });

  it('goes on one step at a time, and not into a step it only comes back to', () => {
    const { world, talk } = open();
    const asked = play(talk, world, { kind: 'text', text: 'hello' });
    const steps: string[] = [];
    let hold = findHold(asked, { from: 0, isHeld: () => true });
    while (hold) {
      steps.push(findHeldStep(hold)?.nodeId ?? '');
      hold = findHold(hold, { from: hold.place + 1, isHeld: () => true });
    }
    expect(steps).toEqual(['s', 'hi', 'tag', 'ask']);
    const answered = play(asked.after, world, { kind: 'text', text: 'L' });
    expect(findHold(answered, { from: 0, isHeld: before('ask') })).toBeNull();
    expect(findHeldStep(holdAt(answered, 'set'))?.nodeId).toBe('set');
  });

  it('is held as well when it went on by itself, at the time it was', () => {
    const { world, talk } = open();
    const waiting = play(talk, world, { kind: 'text', text: 'hello' }, { kind: 'text', text: 'L' });
    const woken = play(waiting.after, world, { kind: 'pass', ms: 86_400_000 });
    const held = talkAtHold(holdAt(woken, 'bye'));
    expect(held.now).toBe(talk.now + 3_600_000);
    expect(replies(held)).not.toContain('Bye');
    expect(woken.after.now).toBe(talk.now + 86_400_000);
  });

  it('is not held where no step asks for it', () => {
    const { world, talk } = open();
    const move = play(talk, world, { kind: 'text', text: 'hello' });
    expect(findHold(move, { from: 0, isHeld: before('bye') })).toBeNull();
  });
});
