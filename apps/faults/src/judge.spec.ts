import type { Evidence } from './evidence/evidence';
import type { GraphCall, WebhookDelivery } from './evidence/ledger-entry';
import type { ShownMessage } from './evidence/read-shown';
import { judge } from './judge';
import { createStory } from './load/story';

const userId = '1784';
const igsid = '5001';
const start = 1_000_000;

const sends = (text: string, at: number, fields: Partial<GraphCall> = {}): GraphCall => ({
  type: 'graph',
  seq: at,
  at,
  method: 'POST',
  path: `/v25.0/${userId}/messages`,
  accountId: userId,
  igsid,
  commentId: null,
  body: { recipient: { id: igsid }, message: { text } },
  result: 'accepted',
  applied: true,
  mid: `out-${at}`,
  error: null,
  fault: null,
  ...fields,
});

const told = (mid: string, at: number, text: string): WebhookDelivery => ({
  type: 'webhook',
  seq: at,
  at,
  deliveryId: `d-${at}`,
  accountId: userId,
  outcome: 'delivered',
  body: JSON.stringify({
    entry: [{ id: userId, messaging: [{ sender: { id: igsid }, message: { mid, text } }] }],
  }),
});

const shown = (fields: Partial<ShownMessage> & Pick<ShownMessage, 'mid'>): ShownMessage => ({
  messageLogId: `log-${fields.mid}`,
  direction: 'outbound',
  type: 'text',
  content: {},
  isAutomated: true,
  deliveryStatus: 'sent',
  error: null,
  ...fields,
});

/** A person writes twice, is answered twice, and taps to begin a wait; all as it must be. */
function clean(): Evidence {
  const story = {
    ...createStory({ igsid, userId, username: 'ann', script: 'spec' }),
    due: ['one', 'two'],
    numbered: ['m1', 'm2'],
    errands: ['fetch a'],
    waits: [{ tapMid: 'in-1', notBefore: start + 2_000, text: 'two' }],
    events: [
      { at: start, what: 'writes "say m1" (in-1)' },
      { at: start + 1, what: 'writes "say m2" (in-2)' },
    ],
  };
  const calls = [
    sends('one', start + 100),
    sends('m1 answered', start + 200),
    sends('m2 answered', start + 300),
    sends('two', start + 2_100),
    sends('fetch a ticket T1', start + 2_200),
  ];
  return {
    fault: 'spec',
    beganAt: start,
    healedAt: start + 3_000,
    accounts: [{ userId, accountId: 'a', username: 'shop', mediaId: 'm' }],
    stories: [story],
    calls,
    deliveries: [told('in-1', start, 'say m1'), told('in-2', start + 1, 'say m2')],
    contacts: [
      {
        contactId: 'c',
        conversationId: 'v',
        instagramUserId: igsid,
        tags: [],
        userId,
        unreadCount: 2,
        status: 'open',
        messages: [
          ...['in-1', 'in-2'].map((mid) => shown({ mid, direction: 'inbound', deliveryStatus: 'received' })),
          ...calls.map(({ mid, body }) =>
            shown({ mid, content: body['message'] as ShownMessage['content'] }),
          ),
        ],
      },
    ],
    summaries: new Map([[userId, { totalContacts: 1, totalMessagesReceived: 2, totalMessagesSent: 5 }]]),
    outbox: calls.map(({ mid }, index) => ({
      id: String(index),
      userId,
      igsid,
      seq: index,
      kind: 'message',
      status: 'sent',
      mid,
      isAutomated: true,
    })),
    officeCalls: [{ at: start, key: 'k', errand: 'fetch a', ticket: 'T1', isAnswered: true }],
    strikes: 0,
    leftovers: [],
    broken: [],
  };
}

const at = <T>(items: T[], index: number): T => items.at(index) as T;
const violated = (evidence: Evidence): number[] => [
  ...new Set(judge(evidence, 1).violations.map(({ invariant }) => invariant)),
];

const breaks: [name: string, invariant: number, breakIt: (evidence: Evidence) => void][] = [
  ['an acknowledged message is missing', 1, ({ contacts }) => void at(contacts, 0).messages.shift()],
  [
    'an acknowledged message is there twice',
    1,
    ({ contacts }) => void at(contacts, 0).messages.push(at(at(contacts, 0).messages, 0)),
  ],
  ['a due reply never came', 2, ({ stories }) => void at(stories, 0).due.push('three')],
  ['an errand was never answered', 2, ({ stories }) => void at(stories, 0).errands.push('fetch b')],
  ['a comment was never answered', 2, ({ stories }) => void at(stories, 0).comments.push('c1')],
  ['a text was taken twice', 3, ({ calls }) => void calls.push({ ...at(calls, 0), at: start + 2_900 })],
  [
    'a message was answered alone and with others',
    3,
    ({ calls }) => void calls.push(sends('m1 m2 answered', start + 2_900)),
  ],
  [
    'a call was repeated under another key',
    3,
    ({ officeCalls }) => void officeCalls.push({ ...at(officeCalls, 0), key: 'k2', ticket: 'T2' }),
  ],
  [
    'the answers of two calls were used',
    3,
    ({ officeCalls, calls }) => {
      officeCalls.push({ ...at(officeCalls, 0), ticket: 'T2' });
      calls.push(sends('fetch a ticket T2', start + 2_900));
    },
  ],
  ['messages overtook each other', 4, ({ outbox }) => void outbox.reverse()],
  [
    'answers came in another order than the questions',
    4,
    ({ calls }) => {
      at(calls, 1).body = { message: { text: 'm2 answered' } };
      at(calls, 2).body = { message: { text: 'm1 answered' } };
    },
  ],
  [
    'something automated left after a takeover',
    5,
    ({ stories }) => void (at(stories, 0).silentFrom = { at: start, because: 'an agent took over' }),
  ],
  ['a foreign token was used', 6, ({ calls }) => void (at(calls, 0).accountId = '99')],
  ['an event is still unprocessed', 7, ({ leftovers }) => void leftovers.push('event is still received')],
  ['a wait ended too early', 8, ({ calls }) => void (at(calls, 3).at = start + 1_000)],
  ['a wait ended too late', 8, ({ calls }) => void (at(calls, 3).at = start + 40_000)],
  [
    'a message was tried outside the window',
    9,
    ({ calls }) =>
      void calls.push(
        sends('late', start + 2_900, {
          applied: false,
          result: 'rejected',
          error: { code: 10, subcode: 2_534_022, message: '' },
        }),
      ),
  ],
  [
    'an account sent faster than its bucket',
    9,
    ({ calls }) =>
      void calls.push(...Array.from({ length: 30 }, (_, index) => sends(`r${index}`, start + 2_900 + index))),
  ],
  ['a message is not counted as unread', 10, ({ contacts }) => void (at(contacts, 0).unreadCount = 1)],
  [
    'the summary counts one too many',
    10,
    ({ summaries }) =>
      void summaries.set(userId, { totalContacts: 1, totalMessagesReceived: 2, totalMessagesSent: 6 }),
  ],
  ['a process did not come back', 11, ({ broken }) => void broken.push('api did not become ready again.')],
  [
    'what was never taken is shown as sent',
    12,
    ({ contacts }) => void at(contacts, 0).messages.push(shown({ mid: 'never', content: { text: 'x' } })),
  ],
  [
    'what was taken is shown as failed',
    12,
    ({ contacts }) => void (at(at(contacts, 0).messages, 2).deliveryStatus = 'failed'),
  ],
  ['what was taken is not shown', 12, ({ contacts }) => void at(contacts, 0).messages.pop()],
];

describe('judge', () => {
  it('finds nothing where all is as it must be', () => {
    expect(judge(clean(), 1).violations).toEqual([]);
  });

  it.each(breaks)('sees that %s (invariant %i)', (_, invariant, breakIt) => {
    const evidence = clean();
    breakIt(evidence);
    expect(violated(evidence)).toContain(invariant);
  });

  it('orders messages by when they were taken, not by when their calls were answered', () => {
    const evidence = clean();
    const second = at(evidence.calls, 1);
    second.at = start + 350;
    expect(violated(evidence)).toContain(4);
    const message = { mid: second.mid, is_echo: true };
    const echo = told('', start + 210, '');
    echo.body = JSON.stringify({
      entry: [{ id: userId, messaging: [{ sender: { id: userId }, timestamp: start + 200, message }] }],
    });
    evidence.deliveries.push(echo);
    expect(violated(evidence)).toEqual([]);
  });

  it('tells the story of the person it happened to', () => {
    const evidence = clean();
    at(evidence.stories, 0).due.push('three');
    const [violation] = judge(evidence, 1).violations;
    expect(violation?.story.join('\n')).toContain('writes "say m1" (in-1)');
  });
});
