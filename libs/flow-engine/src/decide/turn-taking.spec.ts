import {
  flow,
  message,
  onButton,
  postback,
  quickReply,
  start,
  getInput,
  onInput,
  on,
} from '@instaflow/flow-model';
import { Conversation } from '../testing/conversation';

const flows = { main: flow(start(), message('Hi')) };
const settings = { debounceWindowMs: 4000, cooldownMs: 3000 };

describe('turn-taking', () => {
  it('waits until the person has stopped writing, then takes all messages as one', () => {
    const chat = new Conversation({ flows, settings });
    expect(chat.says('hey')).toEqual(['(waits: debounce)']);
    chat.now += 3000;
    expect(chat.says('hello')).toEqual(['(waits: debounce)']);
    expect(chat.decide()).toEqual({ kind: 'wait', until: chat.now + 4000, reason: 'debounce' });
    expect(chat.passes(4000)).toEqual(['Hi']);
    expect(chat.last).toMatchObject({ isConsolidated: true, consumed: [{ outcome: 'consumed' }] });
    expect(chat.last?.originalMids).toHaveLength(2);
    expect(chat.pending).toEqual([]);
  });

  it('answers after four windows though the person goes on writing', () => {
    const chat = new Conversation({ flows, settings });
    const results = [0, 1, 2, 3, 4, 5].map(() => {
      const [result] = chat.says('hello');
      chat.now += 3000;
      return result;
    });
    expect(results).toEqual([...Array<string>(5).fill('(waits: debounce)'), '(waits: debounce)']);
    chat.now -= 3000;
    expect(chat.passes(1000)).toEqual(['Hi']);
    expect(chat.last?.originalMids).toHaveLength(6);
  });

  it('ends the window at once with a tap, which takes the waiting text along', () => {
    const chat = new Conversation({ flows, settings, triggers: [{ id: 't1', keyword: 'Menu' }] });
    chat.says('one moment');
    expect(chat.taps('MENU', 'Menu')).toEqual(['Hi']);
    expect(chat.last?.originalMids).toHaveLength(2);
  });

  it('does not answer free text before the cooldown, and lets what arrives meanwhile join', () => {
    const chat = new Conversation({ flows, settings: { debounceWindowMs: 0, cooldownMs: 3000 } });
    expect(chat.says('hello')).toEqual(['Hi']);
    chat.now += 1000;
    expect(chat.says('hello')).toEqual(['(waits: cooldown)']);
    chat.now += 1000;
    expect(chat.says('again')).toEqual(['(waits: cooldown)']);
    expect(chat.passes(1000)).toEqual(['Hi']);
    expect(chat.last?.originalMids).toHaveLength(2);
  });

  it('answers a tap inside the cooldown', () => {
    const answering = flow(
      start(),
      message('Choose', { buttons: [quickReply('A', 'A')], to: [onButton('A', 'a')] }),
      message('A it is', { id: 'a' }),
    );
    const chat = new Conversation({ flows: { main: answering }, settings: { cooldownMs: 60_000 } });
    chat.says('hello');
    expect(chat.taps('A')).toEqual(['A it is']);
  });

  it('is not put off by a platform clock that is ahead', () => {
    const chat = new Conversation({ flows, settings });
    chat.arrive({ text: 'hello', at: chat.now + 3_600_000, receivedAt: chat.now });
    expect(chat.passes(4000)).toEqual(['Hi']);
  });

  it('answers a comment at once while a direct message still waits', () => {
    const triggers = [{ id: 't1' }, { id: 'c1', type: 'comment_keyword' as const, keyword: 'price' }];
    const chat = new Conversation({ flows, settings, triggers });
    chat.says('hello');
    expect(chat.comments('price?')).toEqual(['private: Hi']);
    expect(chat.last?.nextWakeAt).toBe(chat.now + 4000);
    expect(chat.pending).toHaveLength(1);
  });

  it('takes two taps one after the other, each in its own turn', () => {
    const menu = flow(
      start(),
      message('Choose', {
        buttons: [postback('A', 'A'), postback('B', 'B')],
        to: [onButton('A', 'a'), onButton('B', 'b')],
      }),
      message('A?', { id: 'a', buttons: [postback('Back', 'X')], to: [onButton('X', 'b')] }),
      message('B!', { id: 'b' }),
    );
    const chat = new Conversation({ flows: { main: menu } });
    chat.says('hello');
    chat.arrive({ kind: 'postback', text: 'A', payload: 'A' });
    chat.arrive({ kind: 'postback', text: 'B', payload: 'B' });
    expect(chat.answer()).toEqual(['A?']);
    expect(chat.last?.nextWakeAt).toBe(chat.now);
    expect(chat.answer()).toEqual(['B!']);
  });

  it('lets an answer written before the time-out win over it', () => {
    const asking = flow(
      start(),
      getInput('Name?', {
        timeoutSeconds: 60,
        saveToAttribute: 'name',
        to: [onInput(true, 'thanks'), on('timeout', 'late')],
      }),
      message('Thanks', { id: 'thanks', end: true }),
      message('Too late', { id: 'late' }),
    );
    const chat = new Conversation({ flows: { main: asking }, settings: { debounceWindowMs: 4000 } });
    chat.says('hello');
    chat.passes(4000);
    chat.now += 59_000;
    chat.says('Ana');
    expect(chat.passes(2000)).toEqual(['(waits: debounce)']);
    expect(chat.passes(2000)).toEqual(['name="Ana"', 'Thanks']);
  });

  it('applies edits and deletions to messages not yet answered', () => {
    const chat = new Conversation({ flows, settings });
    chat.arrive({ text: 'helo', mid: 'm1' });
    chat.arrive({ text: 'forget this', mid: 'm2' });
    chat.arrive({ kind: 'edit', text: 'hello', mid: 'm1' });
    chat.arrive({ kind: 'deletion', mid: 'm2' });
    expect(chat.passes(4000)).toEqual(['Hi']);
    expect(chat.last?.consumed).toEqual([
      expect.objectContaining({ reason: 'deleted', outcome: 'ignored' }),
      expect.objectContaining({ reason: 'edit', outcome: 'ignored' }),
      expect.objectContaining({ reason: 'deletion', outcome: 'ignored' }),
      expect.objectContaining({ reason: 'trigger', outcome: 'consumed' }),
    ]);
    expect(chat.last?.originalMids).toEqual(['m1']);
  });
});
