import { createTalk, playMove, type Talk, type TalkLine, type TalkMoveInput } from '@instaflow/flow-engine';
import { flow, message, onNext, start, wait } from '@instaflow/flow-model';
import { accountSettings } from '@instaflow/contracts';
import { blankSettings } from '../../state/phone-settings';
import { createPerson } from '../../state/test-person';
import { buildWorld } from '../../world/build-world';
import { readMove } from '../../world/phone-world';
import { toAccountSnapshot } from '../../world/to-account-snapshot';
import { toTriggerSnapshots } from '../../world/to-trigger-snapshots';
import { isShownLine } from './is-shown-line';
import { listPictureRows, type PictureRow } from './list-picture-rows';
import { roundGap } from './round-gap';

const definition = flow(
  start(),
  message('Welcome', { id: 'one', to: [onNext('pause')] }),
  wait('2h', { id: 'pause', to: [onNext('two')] }),
  message('Still there?', { id: 'two', end: true }),
);
const account = toAccountSnapshot({ accountId: 'a', username: 'shop', settings: accountSettings.parse({}) });
const triggers = toTriggerSnapshots({
  triggers: [],
  iceBreakers: [{ question: 'Go?', payload: 'BEGIN', flowId: 'main' }],
  menuItems: [],
});
const world = buildWorld({
  flow: { flowId: 'main', name: 'Main', definition },
  surroundings: { account, triggers, flows: [] },
  settings: blankSettings,
});

const play = (moves: readonly TalkMoveInput[]): Talk[] => {
  const first = createTalk({
    now: Date.UTC(2026, 0, 1, 12),
    contact: createPerson().contact,
    conversation: { isFirstContact: true, windowExpiresAt: null },
  });
  const talks = [first];
  for (const move of moves) talks.push(playMove(talks.at(-1) ?? first, readMove(move), world));
  return talks;
};
const tell = (row: PictureRow): string | number => {
  if (row.kind === 'gap') return row.ms;
  const { line } = row;
  if (line.kind === 'event') return `you: ${line.event.text ?? ''}`;
  return line.effect.kind === 'send_message' ? (line.effect.message.text ?? '') : line.effect.kind;
};

describe('the rows of a recording', () => {
  it('are what was said, with the waits of the flow between', () => {
    const talks = play([{ kind: 'tap', payload: 'BEGIN', title: 'Go?' }, { kind: 'pass_to_wake' }]);
    expect(listPictureRows(talks).map(tell)).toEqual(['you: Go?', 'Welcome', 7_200_000, 'Still there?']);
  });

  it('are without messages that never arrived and without what only happens behind', () => {
    const talks = play([{ kind: 'tap', payload: 'BEGIN', title: 'Go?' }]);
    const last = talks.at(-1);
    if (!last) throw new Error('nothing was played');
    const lost = last.lines.map((line): TalkLine =>
      line.kind === 'effect' ? { ...line, delivery: 'failed' } : line,
    );
    expect(listPictureRows([...talks.slice(0, -1), { ...last, lines: lost }]).map(tell)).toEqual([
      'you: Go?',
    ]);
    const noted = last.lines.map((line): TalkLine =>
      line.kind === 'effect'
        ? { ...line, effect: { ...line.effect, kind: 'notify_team', message: 'Look' } as never }
        : line,
    );
    expect(noted.map(isShownLine)).toEqual([true, false]);
  });

  it('show what quiet hours hold when they end, as any other message', () => {
    const talks = play([{ kind: 'tap', payload: 'BEGIN', title: 'Go?' }]);
    const last = talks.at(-1);
    if (!last) throw new Error('nothing was played');
    const held = last.lines.map((line): TalkLine =>
      line.kind === 'effect' ? { ...line, delivery: 'held', heldUntil: line.at + 28_800_000 } : line,
    );
    const rows = listPictureRows([...talks.slice(0, -1), { ...last, lines: held }]);
    expect(rows.map(tell)).toEqual(['you: Go?', 28_800_000, 'Welcome']);
    expect(rows.at(-1)).toMatchObject({ line: { delivery: 'done', heldUntil: null } });
  });

  it('lie among the requests of somebody who does not follow until they answer', () => {
    const talks = play([{ kind: 'comment', text: 'price?' }]);
    const last = talks.at(-1);
    if (!last) throw new Error('nothing was played');
    const reply = {
      kind: 'effect',
      at: last.now,
      move: 0,
      effect: { kind: 'private_reply', key: 'k', message: { text: 'Here' } },
      delivery: 'done',
      reason: null,
      heldUntil: null,
    } as unknown as TalkLine;
    const contact = { ...last.contact, isFollower: false };
    const asked: Talk = { ...last, contact, lines: [...last.lines, reply] };
    const answered: Talk = {
      ...asked,
      conversation: { ...asked.conversation, windowExpiresAt: last.now + 1 },
      lines: [
        ...asked.lines,
        {
          kind: 'event',
          at: last.now,
          move: 1,
          event: { id: 'e', kind: 'text', text: 'Thanks', payload: null, mid: 'e', at: last.now },
        },
      ],
    };
    const rows = listPictureRows([...talks.slice(0, 1), asked, answered]);
    expect(rows.map((row) => row.kind === 'line' && row.isRequest)).toEqual([false, true, false]);
  });
});

describe('a pause', () => {
  it.each([
    [60_000, 1, 'minute'],
    [125_000, 2, 'minute'],
    [3_599_000, 1, 'hour'],
    [5_400_000, 2, 'hour'],
    [86_400_000, 1, 'day'],
    [190_000_000, 2, 'day'],
  ])('of %i ms is told in one unit', (ms, amount, unit) => {
    expect(roundGap(ms)).toEqual({ amount, unit });
  });
});
