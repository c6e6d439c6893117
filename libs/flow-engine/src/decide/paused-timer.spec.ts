import { flow, message, on, onNext, start, wait } from '@instaflow/flow-model';
import { Conversation, hours } from '../testing/conversation';

const waiting = () => {
  const chat = new Conversation({
    flows: { main: flow(start(), wait('2h', { id: 'w' }), message('Later')) },
  });
  chat.says('hello');
  return chat;
};
const pauseAccount = (chat: Conversation, pausedAt: number | null) => {
  chat.account = { ...chat.account, pausedAt };
};

describe('the outcome of a message while something pauses automation', () => {
  it('waits for the end of the pause, so that nothing new is queued meanwhile', () => {
    const main = flow(
      start(),
      message('First', { to: [on('error', 'sorry'), onNext('more')] }),
      message('More', { id: 'more', end: true }),
      message('Sorry', { id: 'sorry', end: true }),
    );
    const chat = new Conversation({ flows: { main } });
    chat.says('hello');
    const key = chat.sent[0]?.key ?? '';
    pauseAccount(chat, chat.now);
    const cancelled = { key, outcome: 'failed' as const, reason: 'paused' };
    expect(chat.learns(cancelled)).toEqual(['(waits: paused)']);
    pauseAccount(chat, null);
    expect(chat.learns(cancelled)).toEqual(['Sorry']);
  });
});

describe('a wait that is over while something pauses automation', () => {
  it('leaves one trace per reason and then only looks again', () => {
    const chat = waiting();
    pauseAccount(chat, chat.now);
    expect(chat.passes(hours(2))).toEqual([]);
    expect(chat.reasons).toEqual(['timer: account_paused']);
    expect(chat.last?.nextWakeAt).toBe(chat.now + 60_000);
    expect(chat.passes(60_000)).toEqual(['(waits: paused)']);
    expect(chat.decide()).toEqual({ kind: 'wait', until: chat.now + 60_000, reason: 'paused' });
    pauseAccount(chat, null);
    chat.pauseFlow('main');
    expect(chat.passes(60_000)).toEqual([]);
    expect(chat.reasons).toEqual(['timer: flow_paused']);
    expect(chat.passes(60_000)).toEqual(['(waits: paused)']);
    chat.pauseFlow('main', false);
    expect(chat.passes(1)).toEqual(['Later']);
    expect(chat.run).toMatchObject({ status: 'completed' });
    expect(chat.run).not.toHaveProperty('heldBy');
  });

  it('does not keep what the person writes meanwhile from being decided', () => {
    const chat = waiting();
    pauseAccount(chat, chat.now);
    chat.passes(hours(2));
    expect(chat.says('is anybody there?')).toEqual([]);
    expect(chat.last?.consumed).toMatchObject([{ outcome: 'ignored', reason: 'account_paused' }]);
    expect(chat.pending).toEqual([]);
    expect(chat.last?.nextWakeAt).toBe(chat.now + 60_000);
    expect(chat.passes(60_000)).toEqual(['(waits: paused)']);
  });

  it('is decided after what the person writes at the moment it is over', () => {
    const chat = waiting();
    pauseAccount(chat, chat.now);
    chat.now += hours(2);
    chat.arrive({ text: 'hi there' });
    expect(chat.answer()).toEqual([]);
    expect(chat.reasons).toEqual(['timer: account_paused']);
    expect(chat.last?.nextWakeAt).toBe(chat.now);
    expect(chat.answer()).toEqual([]);
    expect(chat.pending).toEqual([]);
  });

  it('looks again when the pause of a contact ends, not before', () => {
    const chat = waiting();
    const until = chat.now + hours(5);
    chat.conversation = { ...chat.conversation, automationPausedUntil: until };
    chat.passes(hours(2));
    expect(chat.reasons).toEqual(['timer: contact_paused']);
    expect(chat.last?.nextWakeAt).toBe(until);
    expect(chat.decide()).toEqual({ kind: 'wait', until, reason: 'paused' });
    expect(chat.passes(hours(3))).toEqual(['Later']);
  });
});
