import {
  apiCall,
  flow,
  getInput,
  goal,
  goToFlow,
  humanTakeover,
  message,
  notifyTeam,
  onButton,
  quickReply,
  setAttribute,
  start,
  tagContact,
  wait,
  type FlowDefinition,
} from '@instaflow/flow-model';
import type { RunCommand } from '../run-command';
import { isDoneForGood } from '../run/pass-done';
import { endRun } from '../run/run-transitions';
import { Conversation, hours } from '../testing/conversation';

const onTimeout = (node: string) => ({ node, when: { type: 'timeout' as const } });
const open = (main: FlowDefinition, flows: Record<string, FlowDefinition> = {}) => {
  const chat = new Conversation({ flows: { main, ...flows } });
  chat.says('hello');
  return chat;
};
const waiting = () => open(flow(start(), message('Hi'), wait('2d', { id: 'w' }), message('Later')));

describe('release', () => {
  it('ends a wait now, and leaves who asked in the trace', () => {
    const chat = waiting();
    expect(chat.isTold('release', { note: 'They called' })).toEqual(['Later']);
    expect(chat.run?.status).toBe('completed');
    expect(chat.last?.candidates).toEqual([
      {
        kind: 'command',
        id: chat.run?.runId,
        name: 'main',
        outcome: 'chosen',
        reason: 'release',
        detail: { command: 'release', byUserId: 'user-1', note: 'They called' },
      },
    ]);
    expect(chat.last?.consumed).toEqual([
      { eventIds: [expect.any(String)], outcome: 'consumed', reason: 'release' },
    ]);
  });

  it('takes the time-out of a question', () => {
    const chat = open(
      flow(
        start(),
        getInput('Your name?', { id: 'ask', to: [onTimeout('late')], timeoutSeconds: 3600 }),
        message('Never mind', { id: 'late' }),
      ),
    );
    expect(chat.isTold('release')).toEqual(['Never mind']);
  });

  it('is refused where no time-out leads on', () => {
    const chat = open(flow(start(), getInput('Your name?', { timeoutSeconds: 3600 }), message('Thanks')));
    expect(chat.isTold('release')).toEqual([]);
    expect(chat.reasons).toEqual(['command: no_timeout_connection']);
    expect(chat.run?.status).toBe('waiting');
  });

  it('does nothing to a run that has moved on since the person looked', () => {
    const chat = waiting();
    const standsAt = { nodeId: 'node_1', stepCount: 1 };
    expect(chat.isTold('release', { standsAt })).toEqual([]);
    expect(chat.reasons).toEqual(['command: run_moved_on']);
  });

  it('does its work once, however often it is asked', () => {
    const chat = waiting();
    const command: Partial<RunCommand> = { standsAt: { nodeId: 'w', stepCount: chat.run?.stepCount ?? 0 } };
    expect(chat.isTold('release', command)).toEqual(['Later']);
    expect(chat.isTold('release', command)).toEqual([]);
    expect(chat.reasons).toEqual(['command: run_has_ended']);
  });

  it('comes before a wait that is over at the same moment', () => {
    const chat = waiting();
    chat.now += hours(48);
    expect(chat.isTold('cancel')).toEqual([]);
    expect(chat.run).toMatchObject({ status: 'cancelled', reason: 'cancelled_by_person' });
  });

  it('does not wait for a person who is still writing', () => {
    const chat = waiting();
    chat.account.settings.debounceWindowMs = 4_000;
    chat.arrive({ text: 'and' });
    expect(chat.isTold('release')).toEqual(['Later']);
    expect(chat.last?.nextWakeAt).toBe(chat.now + 4_000);
  });
});

describe('skip', () => {
  it('goes on by the default connection, without what the node would have learned', () => {
    const chat = open(flow(start(), getInput('Your name?', { saveToAttribute: 'name' }), message('Thanks')));
    expect(chat.isTold('skip')).toEqual(['Thanks']);
    expect(chat.contact.customAttributes).toEqual({});
    expect(chat.last?.trace[0]).toMatchObject({
      nodeType: 'get_input',
      outcome: 'advanced',
      branch: 'next',
      reason: 'skipped_by_person',
    });
  });

  it('prefers the connection for everything else', () => {
    const chat = open(
      flow(
        start(),
        message('Yes?', {
          buttons: [quickReply('Yes', 'YES')],
          to: [onButton('YES', 'yes'), { node: 'no', when: { type: 'else' } }],
        }),
        message('Great', { id: 'yes', end: true }),
        message('Pity', { id: 'no' }),
      ),
    );
    expect(chat.isTold('skip')).toEqual(['Pity']);
  });

  it('is refused where nothing leads on', () => {
    const chat = open(
      flow(
        start(),
        message('Yes?', { buttons: [quickReply('Yes', 'YES')], to: [onButton('YES', 'node_1')] }),
      ),
    );
    expect(chat.isTold('skip')).toEqual([]);
    expect(chat.reasons).toEqual(['command: no_connection']);
  });
});

describe('cancel', () => {
  it('ends the run wherever it stands, also while automation is paused', () => {
    const chat = waiting();
    chat.account = { ...chat.account, pausedAt: 1 };
    expect(chat.isTold('cancel', { standsAt: null })).toEqual([]);
    expect(chat.run?.status).toBe('cancelled');
    expect(chat.last?.trace).toMatchObject([
      { nodeId: 'w', outcome: 'finished', reason: 'cancelled_by_person' },
    ]);
  });
});

describe('move', () => {
  const asks = (text: string, id: string) =>
    flow(
      start(),
      message(text, { id, buttons: [quickReply('Red', 'RED')], to: [onButton('RED', 'end')] }),
      message('Done', { id: 'end' }),
    );
  const movedTo = (chat: Conversation, nodeId: string) => ({
    move: { nodeId, flowVersionId: chat.publish('main', asks('Which colour?', 'colour')) },
  });

  it('enters a step of another version, and leaves who asked in the trace', () => {
    const chat = open(asks('Which size?', 'size'));
    expect(chat.isTold('move', movedTo(chat, 'colour'))).toEqual(['Which colour?']);
    expect(chat.run).toMatchObject({
      flowVersionId: 'main@2',
      rootFlowVersionId: 'main@2',
      nodeId: 'colour',
      status: 'waiting',
    });
    expect(chat.last?.candidates).toMatchObject([
      {
        reason: 'move',
        detail: { byUserId: 'user-1', nodeId: 'size', toNodeId: 'colour', toFlowVersionId: 'main@2' },
      },
    ]);
    expect(chat.last?.trace).toMatchObject([
      { flowVersionId: 'main@1', nodeId: 'size', reason: 'moved_by_person', targetNodeId: null },
      { flowVersionId: 'main@2', nodeId: 'colour', outcome: 'waiting' },
    ]);
    expect(chat.taps('RED')).toEqual(['Done']);
  });

  it('leaves the buttons of the step that is gone leading nowhere', () => {
    const chat = open(asks('Which size?', 'size'));
    const old = chat.run?.sentButtons[0]?.payload;
    chat.isTold('move', movedTo(chat, 'colour'));
    expect(chat.run?.sentButtons).toEqual([
      expect.objectContaining({ payload: old, nodeId: 'colour', flowVersionId: 'main@2' }),
    ]);
  });

  it('keeps the flow that called the one the run stands in', () => {
    const main = flow(
      start(),
      goToFlow('sub', { id: 'go', to: [{ node: 'bye' }] }),
      message('Bye', { id: 'bye' }),
    );
    const chat = open(main, { sub: flow(start(), wait('1h', { id: 'w' })) });
    const flowVersionId = chat.publish('sub', flow(start(), message('Hi', { id: 'm' })));
    expect(chat.isTold('move', { move: { nodeId: 'm', flowVersionId } })).toEqual(['Hi', 'Bye']);
    expect(chat.run).toMatchObject({ rootFlowVersionId: 'main@1', status: 'completed' });
  });

  it.each([
    ['a step that version does not have', 'gone'],
    ['a version nobody has', 'colour'],
  ])('is refused: %s', (name, nodeId) => {
    const chat = open(asks('Which size?', 'size'));
    const { move } = movedTo(chat, nodeId);
    const flowVersionId = name.startsWith('a version') ? 'main@9' : move.flowVersionId;
    expect(chat.isTold('move', { move: { nodeId, flowVersionId } })).toEqual([]);
    expect(chat.reasons).toEqual(['command: step_missing']);
    expect(chat.run).toMatchObject({ status: 'waiting', flowVersionId: 'main@1' });
  });

  it('is refused before a private reply is answered', () => {
    const chat = new Conversation({
      flows: { main: flow(start(), message('For you'), message('More', { id: 'm' })) },
      triggers: [{ id: 't1', type: 'comment_keyword' }],
    });
    chat.comments('hello');
    expect(chat.isTold('move', movedTo(chat, 'colour'))).toEqual([]);
    expect(chat.reasons).toEqual(['command: waiting_for_first_answer']);
  });
});

describe('a command while something pauses automation', () => {
  it.each([
    [
      'the account',
      (chat: Conversation) => (chat.account = { ...chat.account, pausedAt: 1 }),
      'account_paused',
    ],
    ['the flow', (chat: Conversation) => chat.pauseFlow('main'), 'flow_paused'],
    [
      'a person',
      (chat: Conversation) => (chat.conversation = { ...chat.conversation, status: 'pending_human' }),
      'with_human',
    ],
  ])('is refused: %s', (_name, pause, reason) => {
    const chat = waiting();
    pause(chat);
    expect(chat.isTold('release')).toEqual([]);
    expect(chat.reasons).toEqual([`command: ${reason}`]);
    expect(chat.run?.status).toBe('waiting');
  });
});

/** A run that failed at a node, opened again as the retry finds it. */
const reopen = (chat: Conversation, reason = 'template_error') => {
  if (!chat.run) throw new Error('there is no run');
  const failed = chat.run.status === 'failed' ? chat.run : endRun(chat.run, 'failed', reason, chat.now);
  chat.run = { ...failed, status: 'running', endedAt: null };
};
const retryOf = (chat: Conversation, nodeId: string, changes = {}): Partial<RunCommand> => ({
  retry: {
    nodeId,
    flowVersionId: chat.run?.flowVersionId ?? '',
    sentIndexes: [],
    isPrivateReplyOwed: false,
    ...changes,
  },
});

describe('retry', () => {
  it('enters the failed node anew: its effects have new keys', () => {
    const chat = open(flow(start(), tagContact('vip', { id: 't' }), message('Hi', { id: 'm' }), wait('1h')));
    const before = chat.sent.map(({ key }) => key);
    reopen(chat);
    expect(chat.isTold('retry', retryOf(chat, 'm'))).toEqual(['Hi']);
    const keys = chat.last?.effects.map(({ key }) => key) ?? [];
    expect(keys).toEqual([expect.stringMatching(/\/m\/2\/0$/)]);
    expect(before).not.toContain(keys[0]);
    expect(chat.run).toMatchObject({ status: 'waiting', reason: null });
  });

  it('sends nothing a second time of what went out before the failure', () => {
    const long = `${'First. '.repeat(140)}${'Second. '.repeat(20)}`;
    const chat = open(flow(start(), message(long, { id: 'm' })));
    expect(chat.sent).toHaveLength(2);
    reopen(chat);
    chat.isTold('retry', retryOf(chat, 'm', { sentIndexes: [0] }));
    expect(chat.last?.effects.map(({ key }) => key)).toEqual([expect.stringMatching(/\/m\/2\/1$/)]);
  });

  it('owes the private reply to a comment again when that was what failed', () => {
    const chat = new Conversation({
      flows: { main: flow(start(), message('For you', { id: 'm' })) },
      triggers: [{ id: 't1', type: 'comment_keyword' }],
    });
    expect(chat.comments('hello')).toEqual(['private: For you']);
    reopen(chat);
    expect(chat.isTold('retry', retryOf(chat, 'm', { isPrivateReplyOwed: true }))).toEqual([
      'private: For you',
    ]);
  });

  it('finds its way back into the flow that called the one the run stands in', () => {
    const main = flow(start(), message('Hi', { id: 'm' }), goToFlow('sub'));
    const chat = open(main, { sub: flow(start(), wait('1h')) });
    expect(chat.run?.flowId).toBe('sub');
    reopen(chat, 'send_failed');
    expect(chat.isTold('retry', retryOf(chat, 'm', { flowVersionId: 'main@1' }))).toEqual(['Hi']);
    expect(chat.last?.trace[0]).toMatchObject({ flowId: 'main', nodeId: 'm', visit: 2 });
  });

  it('comes back to the caller of a flow it had left already', () => {
    const main = flow(start(), goToFlow('sub', { id: 'go', to: [{ node: 'w' }] }), wait('1h', { id: 'w' }));
    const chat = open(main, { sub: flow(start(), message('Hi', { id: 'm' })) });
    expect(chat.run).toMatchObject({ flowId: 'main', callStack: [] });
    reopen(chat, 'send_failed');
    const callStack = [{ flowId: 'main', flowVersionId: 'main@1', nodeId: 'go' }];
    expect(chat.isTold('retry', retryOf(chat, 'm', { flowVersionId: 'sub@1', callStack }))).toEqual(['Hi']);
    expect(chat.run).toMatchObject({ flowId: 'main', nodeId: 'w', status: 'waiting' });
  });

  describe('after later steps had done their work', () => {
    const main = flow(
      start(),
      message('Hi', { id: 'm' }),
      setAttribute('visits', 1, { id: 's', operation: 'increment' }),
      notifyTeam('Look', { id: 'n' }),
      goal('sale', { id: 'g' }),
      apiCall('https://x.test/', { id: 'call', saveResponse: [{ path: 'a', attribute: 'a' }] }),
      message('Thanks', { id: 't' }),
      notifyTeam('Done', { id: 'n2' }),
      wait('1h'),
    );
    const done = ['s', 'n', 'g', 'call'].map((nodeId) => ({ flowVersionId: 'main@1', nodeId }));

    it('passes them without doing it again, and goes on as usual behind them', () => {
      const chat = open(main);
      const key = chat.sent.find(({ kind }) => kind === 'http_request')?.key ?? '';
      chat.learns({ key, outcome: 'answered', reason: null, data: { status: 200, saved: [] } });
      reopen(chat, 'send_failed');
      const marked = chat.sent.length;
      expect(chat.isTold('retry', retryOf(chat, 'm', { done }))).toEqual(['Hi', 'Thanks', 'notify_team']);
      expect(chat.contact.customAttributes).toEqual({ visits: 1 });
      expect(chat.sent.slice(marked).map(({ nodeId }) => nodeId)).toEqual(['m', 't', 'n2']);
      const passed = chat.last?.trace.filter(({ reason }) => reason === 'done_before_retry') ?? [];
      expect(passed.map(({ nodeId }) => nodeId)).toEqual(['s', 'n', 'g', 'call']);
      expect(passed.every(isDoneForGood)).toBe(true);
      expect(chat.run?.doneBefore).toBeUndefined();
    });

    it('does everything anew from where the run goes another way than before', () => {
      const chat = open(main);
      reopen(chat, 'send_failed');
      const others = [{ flowVersionId: 'main@1', nodeId: 'n' }, ...done];
      expect(chat.isTold('retry', retryOf(chat, 'm', { done: others }))).toEqual([
        'Hi',
        'visits=2',
        'notify_team',
        'goal_reached',
        'http_request',
      ]);
    });

    it('hands over to a person once, and says what it had to say', () => {
      const chat = open(flow(start(), humanTakeover('Call', { id: 'h', messageToContact: 'One moment' })));
      reopen(chat, 'send_failed');
      const handedOver = { done: [{ flowVersionId: 'main@1', nodeId: 'h' }] };
      expect(chat.isTold('retry', retryOf(chat, 'h', handedOver))).toEqual(['One moment']);
    });
  });

  it('that cannot be ends as it failed', () => {
    const chat = waiting();
    reopen(chat, 'send_failed');
    chat.account = { ...chat.account, pausedAt: 1 };
    expect(chat.isTold('retry', retryOf(chat, 'w'))).toEqual([]);
    expect(chat.reasons).toEqual(['command: account_paused']);
    expect(chat.run).toMatchObject({ status: 'failed', reason: 'send_failed' });
  });
});

describe('a paused flow', () => {
  it('keeps the runs that began with it, and lets them go on afterwards', () => {
    const chat = open(flow(start(), goToFlow('sub')), { sub: flow(start(), wait('1h'), message('Late')) });
    chat.pauseFlow('main');
    expect(chat.passes(hours(2))).toEqual([]);
    expect(chat.reasons).toEqual(['timer: flow_paused']);
    chat.pauseFlow('main', false);
    expect(chat.passes(0)).toEqual(['Late']);
  });

  it('takes the outcome of a message only when it goes on', () => {
    const sending = message('Hi', {
      id: 'm',
      to: [{ node: 'next' }, { node: 'oops', when: { type: 'error' } }],
    });
    const chat = open(
      flow(start(), sending, message('More', { id: 'next', end: true }), message('Oops', { id: 'oops' })),
    );
    const key = chat.sent[0]?.key ?? '';
    chat.pauseFlow('main');
    expect(chat.learns({ key, outcome: 'sent', reason: null })).toEqual(['(waits: paused)']);
    chat.pauseFlow('main', false);
    expect(chat.learns({ key, outcome: 'sent', reason: null })).toEqual(['More']);
  });
});
