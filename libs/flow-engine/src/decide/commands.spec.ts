import {
  flow,
  getInput,
  goToFlow,
  message,
  onButton,
  quickReply,
  start,
  wait,
  type FlowDefinition,
} from '@instaflow/flow-model';
import type { RunCommand } from '../run-command';
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
