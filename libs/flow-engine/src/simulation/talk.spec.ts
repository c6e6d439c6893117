import {
  apiCall,
  commentReply,
  flow,
  followGate,
  getInput,
  humanTakeover,
  message,
  on,
  onBranch,
  onButton,
  onFollower,
  onNext,
  quickReply,
  randomizer,
  setAttribute,
  start,
  tagContact,
  wait,
  type FlowDefinition,
} from '@instaflow/flow-model';
import type { FlowSource } from '../flow-source';
import { createSetting, type Setting } from '../testing/setting';
import { describeEffect } from '../testing/describe-effect';
import { createTalk } from './create-talk';
import { playMoves } from './play-move';
import type { Talk, TalkWorld } from './talk';
import { talkMoveSchema, type TalkMoveInput } from './talk-move';

const hourMs = 3_600_000;
const now = Date.UTC(2026, 4, 4, 12, 0, 0);

function build(definition: FlowDefinition, changes: Partial<TalkWorld> = {}, setting: Setting = {}) {
  const { contact, account, triggers } = createSetting(setting);
  const draft: FlowSource = { flowId: 'main', flowVersionId: 'draft:main', name: 'Main', definition };
  const world: TalkWorld = {
    draft,
    account,
    triggers,
    findFlow: () => null,
    findVersion: () => null,
    seed: 'seed',
    ...changes,
  };
  return { world, talk: createTalk({ now, contact }) };
}

type Built = ReturnType<typeof build>;

function play({ talk, world }: Built, ...moves: TalkMoveInput[]): Talk {
  return playMoves(
    talk,
    moves.map((move) => talkMoveSchema.parse(move)),
    world,
  );
}

/** Everything that arrived or was done for the person, in words. */
const replies = ({ lines }: Talk): string[] =>
  lines.flatMap((line) => {
    if (line.kind === 'event') return [];
    const words = describeEffect(line.effect);
    return [line.delivery === 'done' ? words : `(${line.delivery}) ${words}`];
  });

const calling = flow(
  start(),
  apiCall('https://x.test/{{contact.id}}', {
    id: 'call',
    saveResponse: [{ path: 'name', attribute: 'nickname' }],
    to: [onNext('well'), on('error', 'badly')],
  }),
  message('Hi {{contact.nickname}}', { id: 'well', end: true }),
  message('Sorry', { id: 'badly', end: true }),
);

describe('a talk', () => {
  it('plays the draft from its start, by buttons and through waits, on its own clock', () => {
    const definition = flow(
      start(),
      message('Yes?', {
        id: 'ask',
        buttons: [quickReply('Yes', 'YES'), quickReply('No', 'NO')],
        to: [onButton('YES', 'later'), onButton('NO', 'bye')],
      }),
      wait('2h', { id: 'later', to: [onNext('back')] }),
      message('Back again', { id: 'back', end: true }),
      message('Bye', { id: 'bye', end: true }),
    );
    const built = build(definition);
    const asked = play(built, { kind: 'start' });
    expect(asked.run).toMatchObject({ status: 'waiting', nodeId: 'ask' });
    const waiting = play({ ...built, talk: asked }, { kind: 'tap', payload: 'YES', as: 'quick_reply' });
    expect(waiting.nextWakeAt).toBe(now + 2 * hourMs);
    const early = play({ ...built, talk: waiting }, { kind: 'pass', ms: hourMs });
    expect([early.now, replies(early)]).toEqual([now + hourMs, ['Yes?']]);
    const woken = play({ ...built, talk: early }, { kind: 'pass_to_wake' });
    expect([woken.now, replies(woken)]).toEqual([now + 2 * hourMs, ['Yes?', 'Back again']]);
    expect(woken.run?.status).toBe('completed');
    expect(woken.turns.map(({ move, cause }) => [move, cause])).toEqual([
      [0, 'start'],
      [1, 'event'],
      [3, 'timer'],
    ]);
  });

  it('is JSON that leads from the same moves to the same talk, and from an earlier one another way', () => {
    const built = build(flow(start(), getInput('Name?', { saveToAttribute: 'name' }), message('Hi')));
    const asked = play(built, { kind: 'text', text: 'hello' });
    const kept = JSON.stringify(asked);
    const ann = play({ ...built, talk: asked }, { kind: 'text', text: 'Ann' });
    expect(JSON.stringify(asked)).toBe(kept);
    expect(JSON.parse(JSON.stringify(ann))).toEqual(ann);
    const again = play(built, { kind: 'text', text: 'hello' }, { kind: 'text', text: 'Ann' });
    expect(again).toEqual(ann);
    const bob = play({ ...built, talk: asked }, { kind: 'text', text: 'Bob' });
    expect([ann, bob].map(({ contact }) => contact.customAttributes['name'])).toEqual(['Ann', 'Bob']);
  });

  it('counts an edit of the draft from the next move on', () => {
    const before = flow(start(), wait('1h', { id: 'w' }), message('Old', { id: 'm' }));
    const after = flow(start(), wait('1h', { id: 'w' }), message('New', { id: 'm' }));
    const waiting = play(build(before), { kind: 'start' });
    const edited = play({ world: build(after).world, talk: waiting }, { kind: 'pass_to_wake' });
    expect(replies(edited)).toEqual(['New']);
  });

  it('says which triggers were tried and why each lost', () => {
    const setting = { triggers: [{ id: 't1' }, { id: 't2', keyword: 'price' }] };
    const built = build(flow(start(), message('Hi')), {}, setting);
    const { turns } = play(built, { kind: 'text', text: 'hello' });
    const tried = turns[0]?.candidates.filter(({ kind }) => kind === 'trigger');
    expect(tried?.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
      ['t2', 'rejected', 'no_match'],
      ['t1', 'chosen', 'contains_word:hello'],
    ]);
    expect(replies(play(built, { kind: 'text', text: 'what?' }))).toEqual([]);
  });

  it.each<[string, TalkMoveInput]>([
    ['dm_keyword', { kind: 'text', text: 'hello' }],
    ['story_reply', { kind: 'story_reply', text: 'hello' }],
    ['story_mention', { kind: 'story_mention' }],
    ['ice_breaker', { kind: 'tap', payload: 'hello' }],
    ['ref_link', { kind: 'ref_link', ref: 'hello' }],
    ['ref_link', { kind: 'text', text: 'what?', ref: 'hello' }],
    ['live_comment', { kind: 'comment', text: 'hello', isLive: true }],
    ['comment_keyword', { kind: 'comment', text: 'hello' }],
    ['welcome_message', { kind: 'text', text: 'anything' }],
  ])('begins by a trigger of the kind %s', (type, move) => {
    const keyword = type === 'story_mention' ? null : 'hello';
    const trigger = { id: 't1', keyword, ...Object.fromEntries([['type', type]]) };
    const talk = play(build(flow(start(), message('Hi')), {}, { triggers: [trigger] }), move);
    const isComment = move.kind === 'comment';
    expect(replies(talk)).toEqual([isComment ? 'private: Hi' : 'Hi']);
    expect(talk.conversation.windowExpiresAt === null).toBe(isComment);
  });
});

describe('the world of a talk', () => {
  it('answers a comment in public and privately, and holds the rest until the person writes', () => {
    const definition = flow(start(), commentReply('See your inbox'), message('One'), message('Two'));
    const built = build(definition, {}, { triggers: [{ id: 't1', type: 'comment_keyword' }] });
    const commented = play(built, { kind: 'comment', text: 'hello' });
    expect(replies(commented)).toEqual(['public: See your inbox', 'private: One']);
    expect(replies(play({ ...built, talk: commented }, { kind: 'text', text: 'ok' })).at(-1)).toBe('Two');
  });

  it('answers calls as told, and goes well when told nothing', () => {
    const said = (answers: NonNullable<TalkWorld['answers']>) =>
      replies(play(build(calling, { answers }), { kind: 'start' })).at(-1);
    expect(said({ call: { status: 200, body: { name: 'Ann' } } })).toBe('Hi Ann');
    expect(said({ call: { status: 500, body: {} } })).toBe('Sorry');
    expect(said({ call: { failure: 'timeout' } })).toBe('Sorry');
    expect(said({})).toBe('Hi');
  });

  it('takes the branch that is forced, and a seed’s own else', () => {
    const definition = flow(
      start(),
      randomizer(
        [
          { id: 'a', weight: 1 },
          { id: 'b', weight: 0 },
        ],
        { id: 'dice', to: [onBranch('a', 'one'), onBranch('b', 'two')] },
      ),
      message('A', { id: 'one', end: true }),
      message('B', { id: 'two', end: true }),
    );
    const said = (forcedBranches: Record<string, string>) =>
      replies(play(build(definition, { forcedBranches }), { kind: 'start' }));
    expect([said({}), said({ dice: 'b' }), said({ dice: 'gone' })]).toEqual([['A'], ['B'], ['A']]);
  });

  it('lets a message fail, or find the window closed', () => {
    const definition = flow(
      start(),
      message('One', { id: 'one', to: [onNext('two'), on('error', 'oops')] }),
      wait('25h', { id: 'two', to: [onNext('late')] }),
      message('Late', { id: 'late', to: [onNext('then')] }),
      wait('1h', { id: 'then', to: [onNext('never')] }),
      message('Never', { id: 'never', end: true }),
      message('Oops', { id: 'oops', end: true }),
    );
    const failing = build(definition, { sendFailures: { one: 'failed' } });
    expect(replies(play(failing, { kind: 'start' }))).toEqual(['(failed) One', 'Oops']);
    const late = play(build(definition), { kind: 'start' }, { kind: 'pass_to_wake' });
    expect(replies(late)).toEqual(['One', '(outside_window) Late', 'owner: outside_messaging_window']);
    expect(late.run).toMatchObject({ status: 'failed', reason: 'outside_messaging_window' });
  });

  it('shows what quiet hours hold', () => {
    const settings = { timezone: 'UTC', quietHours: { from: '14:00', to: '18:00' } };
    const built = build(flow(start(), wait('3h'), message('Psst')), {}, { settings });
    const talk = play(built, { kind: 'start' }, { kind: 'pass_to_wake' });
    expect(talk.lines.at(-1)).toMatchObject({ delivery: 'held', heldUntil: now + 6 * hourMs });
  });

  it('knows whether the person follows, from one moment to the next', () => {
    const gate = flow(
      start(),
      message('Go', { id: 'go', buttons: [quickReply('Done', 'DONE')], to: [onButton('DONE', 'gate')] }),
      followGate({ id: 'gate', to: [onFollower('yes', 'in'), onNext('go')] }),
      message('Come in', { id: 'in', end: true }),
    );
    const tap: TalkMoveInput = { kind: 'tap', payload: 'DONE' };
    const talk = play(build(gate), { kind: 'start' }, tap, { kind: 'person', isFollower: true }, tap);
    expect(replies(talk).filter((words) => words !== 'read_follow_state')).toEqual(['Go', 'Go', 'Come in']);
  });

  it('says nothing while a person of the account talks, until they give it back', () => {
    const built = build(flow(start(), humanTakeover('Please')), {}, { triggers: [{ id: 't1' }] });
    const hello: TalkMoveInput = { kind: 'text', text: 'hello' };
    const taken = play(built, hello, hello);
    expect(taken.turns.at(-1)?.candidates[0]).toMatchObject({ kind: 'human', reason: 'with_human' });
    const released = play({ ...built, talk: taken }, { kind: 'release' }, hello);
    expect(released.turns.at(-1)?.steps.map(({ nodeType }) => nodeType)).toEqual(['start', 'human_takeover']);
  });

  it('tells of each step which values it changed', () => {
    const definition = flow(
      start(),
      tagContact('lead'),
      setAttribute('size', 'M'),
      setAttribute('size', 'L'),
      setAttribute('flow.count', 1),
    );
    const { turns } = play(build(definition), { kind: 'start' });
    expect(turns[0]?.steps.map(({ changes }) => changes)).toEqual([
      [],
      [{ name: 'contact.tags', before: [], after: ['lead'] }],
      [{ name: 'contact.size', before: null, after: 'M' }],
      [{ name: 'contact.size', before: 'M', after: 'L' }],
      [{ name: 'flow.count', before: null, after: 1 }],
    ]);
  });

  it('tells of the first step what a run begins with', () => {
    const { turns } = play(build(flow(start(), wait('1h'))), { kind: 'text', text: 'hello', ref: 'bio' });
    expect(turns[0]?.steps.map(({ changes }) => changes.map(({ name }) => name))).toEqual([
      ['flow.referral'],
      [],
    ]);
  });

  it('ends waits that follow each other for ever', () => {
    const definition = flow(start(), wait('1s', { id: 'w', to: [onNext('w')] }));
    const talk = play(build(definition), { kind: 'start' }, { kind: 'pass', ms: 24 * hourMs });
    expect(talk.now).toBe(now + 24 * hourMs);
  });
});
