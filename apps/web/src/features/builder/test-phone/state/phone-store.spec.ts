import { flow, message, quickReply, onButton, randomizer, onBranch, start } from '@instaflow/flow-model';
import { accountSettings } from '@instaflow/contracts';
import { findLitNode } from '../use-lit-node';
import { isInRequests } from '../chat/is-in-requests';
import { buildWorld } from '../world/build-world';
import { toAccountSnapshot } from '../world/to-account-snapshot';
import { toTriggerSnapshots } from '../world/to-trigger-snapshots';
import { recordTalk } from '../world/record-talk';
import { readMove } from '../world/phone-world';
import { createPhoneStore, type IsHeld } from './phone-store';
import { createPerson } from './test-person';

const definition = flow(
  start(),
  randomizer(
    [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 1 },
    ],
    {
      id: 'dice',
      to: [onBranch('a', 'one'), onBranch('b', 'two')],
    },
  ),
  message('One', { id: 'one', buttons: [quickReply('Go', 'GO')], to: [onButton('GO', 'two')] }),
  message('Two', { id: 'two', end: true }),
);
const account = toAccountSnapshot({ accountId: 'a', username: 'shop', settings: accountSettings.parse({}) });
const triggers = toTriggerSnapshots({
  triggers: [],
  iceBreakers: [{ question: 'Go?', payload: 'BEGIN', flowId: 'main' }],
  menuItems: [],
});

function open() {
  const store = createPhoneStore(() => Date.UTC(2026, 0, 1, 12));
  const play = (move: Parameters<typeof readMove>[0], isHeld?: IsHeld) => {
    const { settings, play: perform } = store.getState();
    const surroundings = { account, triggers, flows: [] };
    perform(
      readMove(move),
      buildWorld({ flow: { flowId: 'main', name: 'Main', definition }, surroundings, settings }),
      isHeld,
    );
  };
  return { store, play };
}

describe('the test phone', () => {
  it('keeps the conversation as a test that passes today', () => {
    const { store, play } = open();
    const surroundings = { account, triggers, flows: [] };
    const flowOnCanvas = { flowId: 'main', name: 'Main', definition };
    const record = () => recordTalk({ flow: flowOnCanvas, surroundings, phone: store.getState() });
    expect(record()).toBeNull();
    store.getState().change({ forcedBranches: { dice: 'a' } });
    play({ kind: 'tap', payload: 'BEGIN' });
    play({ kind: 'pass', ms: 3_600_000 });
    play({ kind: 'tap', payload: 'GO', title: 'Go', as: 'quick_reply' });
    const test = record();
    expect(test?.steps.map(({ expect: expected }) => expected?.messages?.map(({ text }) => text))).toEqual([
      ['One'],
      [],
      ['Two'],
    ]);
    expect(test?.expect).toMatchObject({ status: 'completed' });
  });

  it('plays the draft, lights where the conversation stands, and goes back step by step', () => {
    const { store, play } = open();
    store.getState().change({ forcedBranches: { dice: 'a' } });
    play({ kind: 'start' });
    expect(findLitNode(store.getState().talk, 'main')).toBe('one');
    play({ kind: 'tap', payload: 'GO', as: 'quick_reply' });
    expect(findLitNode(store.getState().talk, 'main')).toBe('two');
    store.getState().stepBack();
    expect(findLitNode(store.getState().talk, 'main')).toBe('one');
    store.getState().change({ forcedBranches: { dice: 'b' } });
    store.getState().restart();
    expect(store.getState().earlier).toEqual([]);
    play({ kind: 'tap', payload: 'BEGIN' });
    expect(findLitNode(store.getState().talk, 'main')).toBe('two');
  });

  it('halts before a breakpoint, goes on from there, and to the end before anything else is played', () => {
    const { store, play } = open();
    store.getState().change({ forcedBranches: { dice: 'a' } });
    const before = (nodeId: string) => (step: { nodeId: string }) => step.nodeId === nodeId;
    play({ kind: 'start' }, before('dice'));
    expect(findLitNode(store.getState().talk, 'main')).toBe('dice');
    expect(store.getState().talk.lines).toEqual([]);
    store.getState().goOn(() => true);
    expect(findLitNode(store.getState().talk, 'main')).toBe('one');
    store.getState().goOn(() => true);
    expect([store.getState().hold, store.getState().talk.lines.length]).toEqual([null, 1]);
    store.getState().stepBack();
    play({ kind: 'start' }, before('one'));
    play({ kind: 'tap', payload: 'GO', as: 'quick_reply' });
    expect([store.getState().hold, findLitNode(store.getState().talk, 'main')]).toEqual([null, 'two']);
    play({ kind: 'start' }, before('dice'));
    store.getState().restart();
    expect([store.getState().hold, store.getState().earlier]).toEqual([null, []]);
  });

  it('puts the first word of the account among the requests of somebody who does not follow', () => {
    const { store, play } = open();
    const person = createPerson();
    store.getState().restart({ ...person, contact: { ...person.contact, isFollower: false } });
    const { talk } = store.getState();
    expect(isInRequests(talk)).toBe(false);
    play({ kind: 'comment', text: 'hello' });
    const reply = {
      ...talk,
      lines: [
        {
          kind: 'effect' as const,
          at: 0,
          move: 0,
          effect: {
            kind: 'private_reply' as const,
            key: 'k',
            runId: 'r',
            flowId: 'main',
            flowVersionId: 'v',
            nodeId: 'one',
            commentId: 'c',
            message: { text: 'Hi' },
            reportsOutcome: false,
          },
          delivery: 'done' as const,
          reason: null,
          heldUntil: null,
        },
      ],
    };
    expect(isInRequests(reply)).toBe(true);
    expect(isInRequests({ ...reply, contact: { ...reply.contact, isFollower: true } })).toBe(false);
  });
});
