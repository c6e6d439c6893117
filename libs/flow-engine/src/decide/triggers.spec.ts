import { flow, message, start } from '@instaflow/flow-model';
import { Conversation, hours } from '../testing/conversation';
import type { Setting } from '../testing/setting';

const flows = Object.fromEntries(['main', 'a', 'b'].map((name) => [name, flow(start(), message(name))]));

function says(triggers: Setting['triggers'], text: string) {
  const chat = new Conversation({ flows, triggers });
  return { answer: chat.says(text), reasons: chat.reasons };
}

describe('triggers', () => {
  it('prefer the more specific match to the priority', () => {
    const keyword = 'price';
    const modes = ['regex', 'contains', 'contains_word', 'starts_with', 'exact'] as const;
    const triggers = modes.map((match, index) => ({ id: match, match, keyword, priority: 100 - index }));
    expect(says(triggers, 'Price!').reasons).toEqual([
      'trigger starts_with: less_specific_match',
      'trigger contains_word: less_specific_match',
      'trigger contains: less_specific_match',
      'trigger regex: less_specific_match',
      '*trigger exact: exact:price',
    ]);
  });

  it('prefer the higher priority, then the older one', () => {
    const triggers = [
      { id: 'new', createdAt: 5, priority: 1, flowId: 'a' },
      { id: 'old', createdAt: 1, priority: 1, flowId: 'b' },
      { id: 'low', createdAt: 0 },
    ];
    expect(says(triggers, 'hello')).toEqual({
      answer: ['b'],
      reasons: ['trigger new: newer', 'trigger low: lower_priority', '*trigger old: contains_word:hello'],
    });
  });

  it('are kept off by an excluded word, by being inactive, by a missing flow, and without a keyword', () => {
    const triggers = [
      { id: 'excluding', excludeKeywords: 'not, never' },
      { id: 'inactive', isActive: false },
      { id: 'gone', flowId: 'deleted' },
      { id: 'empty', keyword: ' , ' },
    ];
    expect(says(triggers, 'hello, not you').reasons.slice(0, 4)).toEqual([
      'trigger excluding: excluded_keyword',
      'trigger inactive: inactive',
      'trigger gone: flow_not_published',
      'trigger empty: no_keyword',
    ]);
  });

  it('fire once per contact in their hours', () => {
    const chat = new Conversation({ flows, triggers: [{ id: 't1', oncePerContactHours: 2 }] });
    expect(chat.says('hello')).toEqual(['main']);
    chat.now += hours(1);
    expect(chat.says('hello')).toEqual([]);
    expect(chat.reasons[0]).toBe('trigger t1: once_per_contact');
    chat.now += hours(1);
    expect(chat.says('hello')).toEqual(['main']);
  });

  it('see each message of a turn and all of them together', () => {
    const chat = new Conversation({
      flows,
      settings: { debounceWindowMs: 10 },
      triggers: [{ id: 't1', match: 'exact' }],
    });
    chat.says('wait');
    chat.says('hello');
    expect(chat.passes(10)).toEqual(['main']);
  });

  it.each([
    ['ice_breaker', { kind: 'postback', text: 'Prices?', payload: 'ICE_PRICES' }, 'ICE_PRICES'],
    ['ref_link', { kind: 'referral', payload: 'summer' }, 'summer'],
    ['story_mention', { kind: 'story_mention' }, null],
    ['story_reply', { kind: 'story_reply', text: 'wow' }, null],
  ] as const)('of type %s hear their event', (type, event, keyword) => {
    const chat = new Conversation({ flows, triggers: [{ id: 't', type, keyword, match: 'exact' }] });
    chat.arrive(event);
    expect(chat.answer()).toEqual(['main']);
    expect(chat.says('hello')).toEqual([]);
  });
});

describe('triggers that forgive typos', () => {
  const lenient = { allowTypos: true, keyword: 'price' };

  it('hear a word written wrongly, behind every trigger whose word is written right and before those that hear anything', () => {
    const triggers = [
      { id: 'any', type: 'story_reply' as const, keyword: null, priority: 99 },
      { id: 'word', type: 'story_reply' as const, ...lenient, priority: 50 },
      { id: 'exact', type: 'story_reply' as const, ...lenient, match: 'exact' as const },
      { id: 'regex', type: 'story_reply' as const, keyword: 'pr.*', match: 'regex' as const },
    ];
    const hear = (left: typeof triggers) => {
      const chat = new Conversation({ flows, triggers: left });
      chat.arrive({ kind: 'story_reply', text: 'prise' });
      chat.answer();
      return chat.reasons.find((reason) => reason.startsWith('*'));
    };
    expect(hear(triggers)).toBe('*trigger regex: regex:pr.*');
    expect(hear(triggers.slice(0, 3))).toBe('*trigger exact: exact~:price');
    expect(hear(triggers.slice(0, 2))).toBe('*trigger word: contains_word~:price');
    expect(hear(triggers.slice(0, 1))).toBe('*trigger any: any');
  });

  it('take excluded words literally, and do not guess unless they are told to', () => {
    expect(says([{ id: 't', ...lenient, excludeKeywords: 'refund' }], 'prise refnud').answer).toEqual([
      'main',
    ]);
    expect(says([{ id: 't', ...lenient, excludeKeywords: 'refund' }], 'prise refund').reasons[0]).toBe(
      'trigger t: excluded_keyword',
    );
    expect(says([{ id: 't', keyword: 'price' }], 'prise').reasons[0]).toBe('trigger t: no_match');
  });
});
