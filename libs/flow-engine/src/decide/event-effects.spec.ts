import { flow, getInput, message, start } from '@instaflow/flow-model';
import { Conversation } from '../testing/conversation';
import type { Setting } from '../testing/setting';

const flows = Object.fromEntries(
  ['main', 'a', 'b'].map((name) => [
    name,
    flow(start(), message(`${name} {{flow.story.url}}{{flow.referral.ref}}{{flow.comment.text}}`)),
  ]),
);
const open = (triggers: Setting['triggers'], setting: Setting = {}) =>
  new Conversation({ flows, triggers, ...setting });
const summer = { ref: 'summer', source: 'SHORTLINK', type: 'OPEN_THREAD', adId: null, adTitle: null };

describe('what a run knows of its beginning', () => {
  it.each([
    ['story_reply', { text: 'wow', story: { id: 's1', url: 'https://cdn/s1' } }, 'main https://cdn/s1'],
    ['story_mention', { story: { id: null, url: 'https://cdn/m' } }, 'main https://cdn/m'],
  ] as const)('is the story of a %s', (type, event, sent) => {
    const chat = open([{ id: 't', type, keyword: null }]);
    chat.arrive({ kind: type, ...event });
    expect(chat.answer()).toEqual([sent]);
  });

  it('is the comment', () => {
    expect(open([{ id: 't', type: 'comment_keyword', keyword: 'price' }]).comments('price?')).toEqual([
      'private: main price?',
    ]);
  });
});

describe('a referral', () => {
  const trigger = { id: 'r', type: 'ref_link' as const, keyword: 'summer', match: 'exact' as const };

  it('starts its flow alone, and beside a first message or a tap', () => {
    for (const event of [
      { kind: 'referral', payload: 'summer', referral: summer },
      { kind: 'text', text: 'hello there', referral: summer },
      { kind: 'postback', text: 'Prices', payload: 'P', referral: summer },
    ] as const) {
      const chat = open([trigger]);
      chat.arrive(event);
      expect(chat.answer()).toEqual(['main summer']);
    }
  });

  it('is heard by its ref or its advertisement, never by the words beside it', () => {
    const hear = (keyword: string, event: object) => {
      const chat = open([{ ...trigger, keyword }]);
      chat.arrive({ kind: 'text', text: 'winter', ...event });
      return chat.answer().length;
    };
    expect(hear('winter', { referral: summer })).toBe(0);
    expect(hear('120001', { referral: { ...summer, ref: null, adId: '120001' } })).toBe(1);
    expect(hear('winter', {})).toBe(0);
  });
});

describe('comment triggers', () => {
  const trigger = { id: 'c', type: 'comment_keyword' as const, keyword: 'price' };

  it('answer a person once below each post when they are told to', () => {
    const chat = open([{ ...trigger, oncePerPost: true }]);
    expect(chat.comments('price', { mediaId: 'p1' })).toHaveLength(1);
    expect(chat.comments('price', { mediaId: 'p1' })).toEqual([]);
    expect(chat.reasons[0]).toBe('trigger c: once_per_post');
    expect(chat.comments('price', { mediaId: 'ad-of-p1', originalMediaId: 'p1' })).toEqual([]);
    expect(chat.comments('price', { mediaId: 'p2' })).toHaveLength(1);
  });

  it('of the next post wait until it is out, and then hear that post only', () => {
    const next = { ...trigger, postScope: 'next' as const };
    const early = open([next]);
    expect(early.comments('price', { mediaId: 'old' })).toEqual([]);
    expect(early.reasons[0]).toBe('trigger c: next_post_not_out');
    const bound = open([{ ...next, mediaId: 'new' }]);
    expect(bound.comments('price', { mediaId: 'old' })).toEqual([]);
    expect(bound.reasons[0]).toBe('trigger c: other_post');
    expect(bound.comments('price', { mediaId: 'new' })).toHaveLength(1);
  });

  it('of a post hear also the advertisement made from it', () => {
    const chat = open([{ ...trigger, mediaId: 'p1', postScope: 'one' }]);
    expect(chat.comments('price', { mediaId: 'ad', originalMediaId: 'p1' })).toHaveLength(1);
  });

  it('listen beside a direct-message trigger of the same word and flow', () => {
    const triggers = [trigger, { id: 'd', type: 'dm_keyword' as const, keyword: 'price' }];
    expect(open(triggers).comments('price')).toEqual(['private: main price']);
    expect(open(triggers).says('price')).toEqual(['main']);
  });
});

describe('an item of the menu that names a flow', () => {
  const item = { id: 'menu:P', type: 'ice_breaker' as const, keyword: null, tapPayload: 'P', flowId: 'a' };
  const tap = (chat: Conversation, payload = 'P') => {
    chat.arrive({ kind: 'postback', text: 'Prices', payload });
    return chat.answer();
  };

  it('starts it before any trigger, at exactly its payload', () => {
    const any = { id: 'any', type: 'ice_breaker' as const, keyword: null, priority: 9 };
    const chat = open([any, item]);
    expect(tap(chat)).toEqual(['a']);
    expect(chat.reasons).toEqual(['trigger any: less_specific_match', '*trigger menu:P: tap:P']);
    expect(chat.last?.firedTriggerId).toBeNull();
    expect(chat.run?.triggerId).toBeNull();
    expect(tap(open([any, item]), 'Q')).toEqual(['main']);
    expect(open([item]).says('P')).toEqual([]);
  });

  it('starts it also while a question waits, whose answer it is not', () => {
    const asking = flow(start(), getInput('Your name?', { saveToAttribute: 'name' }));
    const chat = open([item, { id: 't1' }], { flows: { ...flows, main: asking } });
    chat.says('hello');
    expect(tap(chat)).toEqual(['a']);
    expect(chat.reasons).toEqual(['waiting_run: menu_item_tapped', '*trigger menu:P: tap:P']);
    expect(chat.endedRuns.map(({ status }) => status)).toEqual(['replaced']);
    expect(chat.contact.customAttributes).toEqual({});
  });
});
