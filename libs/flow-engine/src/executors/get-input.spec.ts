import { flow, getInput, message, on, onInput, start } from '@instaflow/flow-model';
import { begin } from '../testing/begin';

describe('get_input', () => {
  const links = { to: [onInput(true, 'ok'), onInput(false, 'no'), on('timeout', 'late')] };
  const ends = [
    message('ok', { id: 'ok', end: true }),
    message('no', { id: 'no', end: true }),
    message('late', { id: 'late', end: true }),
  ];

  it('asks again as often as it may, then gives up', () => {
    const asking = getInput('Age?', {
      inputType: 'number',
      saveToAttribute: 'age',
      retries: 2,
      retryPrompt: 'A number, please',
      ...links,
    });
    const { chat } = begin(flow(start(), asking, ...ends));
    expect(chat.says('old')).toEqual(['A number, please']);
    expect(chat.says('very')).toEqual(['A number, please']);
    expect(chat.says('ancient')).toEqual(['no']);
    expect(new Set(chat.sent.map(({ key }) => key)).size).toBe(chat.sent.length);
  });

  it('follows the time-out when nobody answers', () => {
    const { chat } = begin(flow(start(), getInput('Age?', { timeoutSeconds: 90, ...links }), ...ends));
    expect(chat.passes(89_999)).toEqual([]);
    expect(chat.passes(1)).toEqual(['late']);
  });

  it('offers choices as quick replies and takes a tap, a title or a number', () => {
    const choices = [{ text: 'Red', value: 'r' }, { text: 'Blue' }];
    const asking = getInput('Colour?', { inputType: 'choice', choices, saveToAttribute: 'colour', ...links });
    const open = () => begin(flow(start(), asking, ...ends)).chat;
    const chat = open();
    expect(chat.sent[0]).toMatchObject({
      message: {
        quickReplies: [
          { title: 'Red', payload: 'r' },
          { title: 'Blue', payload: 'Blue' },
        ],
      },
    });
    expect(chat.taps('r', 'Red')).toEqual(['colour="r"', 'ok']);
    expect(open().says('blue!')).toEqual(['colour="Blue"', 'ok']);
    expect(open().says('1')).toEqual(['colour="r"', 'ok']);
    expect(open().says('green')).toEqual(['no']);
  });

  it.each([
    ['email', 'user_email', 'ana@example.com'],
    ['phone', 'user_phone_number', '+43 660 1234567'],
  ])('offers the %s that Instagram knows, and takes it like a written one', (inputType, type, answer) => {
    const asking = getInput('Where do we reach you?', {
      inputType,
      offerKnown: true,
      saveToAttribute: 'reach',
      ...links,
    });
    const { chat } = begin(flow(start(), asking, ...ends));
    expect(chat.sent[0]).toMatchObject({ message: { quickReplies: [{ type }] } });
    expect(chat.taps(answer, answer).at(-1)).toBe('ok');
    expect(JSON.stringify(chat.contact.customAttributes['reach'])).toContain(answer.slice(0, 3));
  });

  it('offers nothing with other questions, whatever is set', () => {
    const { chat } = begin(
      flow(start(), getInput('Age?', { inputType: 'number', offerKnown: true, ...links }), ...ends),
    );
    expect(chat.sent[0]).toMatchObject({ message: { text: 'Age?' } });
    expect(chat.sent[0]).not.toHaveProperty('message.quickReplies');
  });
});
