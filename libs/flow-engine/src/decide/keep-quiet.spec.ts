import { apiCall, flow, getInput, message, on, onNext, start, tagContact, wait } from '@instaflow/flow-model';
import { resultOfResponse } from '../calls/result-of-response';
import { Conversation, hours } from '../testing/conversation';

/** 12:00 UTC, at which conversations begin, is 14:00 in Berlin. */
const settings = { quietHours: { from: '15:00', to: '08:00' } };
const morning = '2026-05-05T06:00:00.000Z';

const open = (main: ReturnType<typeof flow>) => new Conversation({ flows: { main }, settings });

describe('quiet hours', () => {
  it('hold what a run sends when its wait is over, and say until when', () => {
    const chat = open(flow(start(), message('Hi'), wait('2h'), tagContact('late'), message('Still there?')));
    chat.says('hello');
    expect(chat.last).toMatchObject({ isOwnAccord: false, heldUntil: null });
    expect(chat.passes(hours(2))).toEqual(['+late', 'Still there?']);
    expect(chat.last).toMatchObject({ isOwnAccord: true, heldUntil: Date.parse(morning) });
    const noted = chat.last?.trace.map(({ nodeType, detail }) => [nodeType, detail['heldUntil'] ?? null]);
    expect(noted).toEqual([
      ['wait', null],
      ['tag_contact', null],
      ['message', morning],
    ]);
  });

  it('hold nothing outside of them, and nothing where no message is sent', () => {
    const chat = open(flow(start(), wait('30m'), message('In time'), wait('1h'), tagContact('late')));
    chat.says('hello');
    chat.passes(hours(0.5));
    expect(chat.last).toMatchObject({ isOwnAccord: true, heldUntil: null });
    expect(chat.passes(hours(1))).toEqual(['+late']);
    expect(chat.last?.heldUntil).toBeNull();
  });

  it('never hold an answer to what the person says, also when a timer moved the run before', () => {
    const chat = open(flow(start(), wait('2h'), getInput('Name?', { retries: 0 }), message('Thanks')));
    chat.says('hello');
    chat.passes(hours(2));
    expect(chat.last?.heldUntil).toBe(Date.parse(morning));
    expect(chat.says('Ana')).toEqual(['Thanks']);
    expect(chat.last).toMatchObject({ isOwnAccord: false, heldUntil: null });
  });

  it('never hold what a person of the account tells the run to do', () => {
    const chat = open(flow(start(), wait('9h'), message('Released')));
    chat.says('hello');
    chat.now += hours(3);
    expect(chat.isTold('release')).toEqual(['Released']);
    expect(chat.last?.heldUntil).toBeNull();
  });

  it('hold what follows from the answer of a program only when a timer had asked it', () => {
    const call = apiCall('https://x.test', { id: 'call' });
    const answer = (chat: Conversation) => {
      const key = chat.sent.findLast(({ kind }) => kind === 'http_request')?.key ?? '';
      return chat.learns(resultOfResponse({ key, save: [] }, { status: 200, body: '{}' }));
    };
    const asked = open(flow(start(), call, message('Your order')));
    asked.now += hours(2);
    asked.says('hello');
    expect(answer(asked)).toEqual(['Your order']);
    expect(asked.last).toMatchObject({ isOwnAccord: false, heldUntil: null });
    const late = open(flow(start(), wait('2h'), call, message('Your order')));
    late.says('hello');
    late.passes(hours(2));
    expect(answer(late)).toEqual(['Your order']);
    expect(late.last).toMatchObject({ isOwnAccord: true, heldUntil: Date.parse(morning) });
  });

  it('hold what follows from the outcome of a held message', () => {
    const main = flow(
      start(),
      wait('2h'),
      message('One', { to: [on('error', 'sorry'), onNext('two')] }),
      message('Two', { id: 'two' }),
      message('Sorry', { id: 'sorry' }),
    );
    const chat = open(main);
    chat.says('hello');
    chat.passes(hours(2));
    const key = chat.sent.at(-1)?.key ?? '';
    chat.learns({ key, outcome: 'sent', reason: null });
    expect(chat.last).toMatchObject({ isOwnAccord: true, heldUntil: Date.parse(morning) });
  });
});
