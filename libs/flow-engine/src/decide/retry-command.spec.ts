import {
  apiCall,
  flow,
  goal,
  goToFlow,
  humanTakeover,
  message,
  notifyTeam,
  setAttribute,
  start,
  tagContact,
  wait,
  type FlowDefinition,
} from '@instaflow/flow-model';
import type { RunCommand } from '../run-command';
import { isDoneForGood } from '../run/pass-done';
import { endRun } from '../run/run-transitions';
import { Conversation } from '../testing/conversation';

const open = (main: FlowDefinition, flows: Record<string, FlowDefinition> = {}) => {
  const chat = new Conversation({ flows: { main, ...flows } });
  chat.says('hello');
  return chat;
};
const waiting = () => open(flow(start(), message('Hi'), wait('2d', { id: 'w' }), message('Later')));

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
