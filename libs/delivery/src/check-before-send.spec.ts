import { checkBeforeSend, type CheckedMessage } from './check-before-send';

const now = Date.parse('2026-01-15T12:00:00Z');
const hour = 3_600_000;
const message = (rest: Partial<CheckedMessage>): CheckedMessage => ({
  kind: 'message',
  isAutomated: true,
  lastUserMessageAt: now - hour,
  automationPausedUntil: null,
  optedOutAt: null,
  dailyLimit: null,
  sentToday: 0,
  ...rest,
});
const person = { isAutomated: false };

describe('checkBeforeSend', () => {
  it.each<[string, Partial<CheckedMessage>, object]>([
    ['an automated message in the window', {}, { kind: 'send', isHumanAgent: false }],
    ['it a moment before 24 h', { lastUserMessageAt: now - 24 * hour + 1 }, { kind: 'send' }],
    [
      'it at 24 h',
      { lastUserMessageAt: now - 24 * hour },
      { kind: 'fail', code: 'outside_messaging_window' },
    ],
    [
      'it for someone who never wrote',
      { lastUserMessageAt: null },
      { kind: 'fail', code: 'outside_messaging_window' },
    ],
    [
      'a person at 24 h',
      { ...person, lastUserMessageAt: now - 24 * hour },
      { kind: 'send', isHumanAgent: true },
    ],
    ['a person in the window', person, { kind: 'send', isHumanAgent: false }],
    [
      'a person at 7 d',
      { ...person, lastUserMessageAt: now - 168 * hour },
      { kind: 'fail', code: 'outside_messaging_window' },
    ],
    [
      'a private reply to someone who never wrote',
      { kind: 'private_reply', lastUserMessageAt: null },
      { kind: 'send' },
    ],
    [
      'a public reply to someone who never wrote',
      { kind: 'comment_reply', lastUserMessageAt: null },
      { kind: 'send' },
    ],
    [
      'automation after a takeover',
      { automationPausedUntil: now + 1 },
      { kind: 'cancel', code: 'taken_over' },
    ],
    ['automation after the pause', { automationPausedUntil: now }, { kind: 'send' }],
    ['a person after a takeover', { ...person, automationPausedUntil: now + 1 }, { kind: 'send' }],
    ['automation after an opt-out', { optedOutAt: now - 1 }, { kind: 'cancel', code: 'opted_out' }],
    ['the confirmation of an opt-out', { optedOutAt: now - 1, allowWhenOptedOut: true }, { kind: 'send' }],
    ['a public reply after an opt-out', { kind: 'comment_reply', optedOutAt: now }, { kind: 'cancel' }],
    ['a person after an opt-out', { ...person, optedOutAt: now - 1 }, { kind: 'send' }],
    ['the last message of the day', { dailyLimit: 3, sentToday: 2 }, { kind: 'send' }],
    [
      'one more than the day allows',
      { dailyLimit: 3, sentToday: 3 },
      { kind: 'cancel', code: 'daily_limit' },
    ],
    ['a person beyond the limit', { ...person, dailyLimit: 3, sentToday: 9 }, { kind: 'send' }],
  ])('judges %s', (_name, rest, expected) => {
    expect(checkBeforeSend(message(rest), now)).toMatchObject(expected);
  });
});
