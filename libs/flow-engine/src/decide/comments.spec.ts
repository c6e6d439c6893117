import {
  commentReply,
  flow,
  getInput,
  humanTakeover,
  message,
  onButton,
  quickReply,
  start,
  tagContact,
  wait,
  type FlowDefinition,
} from '@instaflow/flow-model';
import { Conversation, hours } from '../testing/conversation';
import type { Setting } from '../testing/setting';

const trigger = { id: 'c1', type: 'comment_keyword' as const, keyword: 'price' };

function open(main: FlowDefinition, setting: Setting = {}) {
  return new Conversation({ flows: { main }, triggers: [trigger], ...setting });
}

const simple = flow(start(), message('Here you are'));

describe('comments', () => {
  it('are answered with a private reply to that comment', () => {
    const chat = open(simple);
    expect(chat.comments('What is the PRICE?', { commentId: 'c-9' })).toEqual(['private: Here you are']);
    expect(chat.sent[0]).toMatchObject({ commentId: 'c-9', key: `${chat.run?.runId}/node_2/1/0` });
  });

  it('are answered in public with one of the variants, always the same for a comment', () => {
    const publicReplies = ['Sent you a DM, {{contact.username}}!', 'Check your inbox', ' '];
    const answers = Array.from({ length: 40 }, (_, index) => {
      const chat = open(simple, { triggers: [{ ...trigger, publicReplies }] });
      return chat.comments('price', { commentId: `c-${index}` })[0];
    });
    expect(new Set(answers)).toEqual(
      new Set(['public: Sent you a DM, ana.shop!', 'public: Check your inbox']),
    );
    const again = open(simple, { triggers: [{ ...trigger, publicReplies }] });
    expect(again.comments('price', { commentId: 'c-0' })[0]).toBe(answers[0]);
  });

  it('of the account itself are ignored', () => {
    const chat = open(simple);
    expect(chat.comments('price', { fromSelf: true })).toEqual([]);
    expect(chat.last?.consumed).toEqual([
      expect.objectContaining({ outcome: 'ignored', reason: 'own_comment' }),
    ]);
  });

  it.each([
    [
      { postPermalink: 'https://www.instagram.com/p/AbC_1/?utm=x' },
      { permalink: 'https://instagram.com/p/AbC_1/' },
      true,
    ],
    [
      { postPermalink: 'https://www.instagram.com/p/AbC_1/' },
      { permalink: 'https://instagram.com/reel/Other/' },
      false,
    ],
    [{ postPermalink: 'https://www.instagram.com/p/AbC_1/' }, {}, false],
    [{ mediaId: 'media-1' }, {}, true],
    [{ mediaId: 'media-2' }, {}, false],
  ])('are filtered by post: %j on %j', (filter, comment, fires) => {
    const chat = open(simple, { triggers: [{ ...trigger, ...filter }] });
    expect(chat.comments('price', comment)).toEqual(fires ? ['private: Here you are'] : []);
    expect(chat.reasons.includes('trigger c1: other_post')).toBe(!fires);
  });

  it('fire a trigger without a keyword whatever they say, and never a direct-message trigger', () => {
    const any = open(simple, { triggers: [{ ...trigger, keyword: null }] });
    expect(any.comments('🔥🔥')).toEqual(['private: Here you are']);
    expect(open(simple, { triggers: [{ id: 't' }] }).comments('hello')).toEqual([]);
  });

  it('on a live video fire live triggers only', () => {
    const live = { ...trigger, id: 'l1', type: 'live_comment' as const };
    expect(open(simple, { triggers: [trigger, live] }).comments('price', { isLive: true })).toEqual([
      'private: Here you are',
    ]);
    expect(open(simple).comments('price', { isLive: true })).toEqual([]);
  });

  it('get one private reply each, and none after seven days', () => {
    const answered = open(simple, { conversation: { privateRepliedCommentIds: ['c-1'] } });
    expect(answered.comments('price', { commentId: 'c-1' })).toEqual([]);
    expect(answered.reasons[0]).toBe('trigger c1: comment_already_answered');
    const late = open(simple);
    late.now += 8 * hours(24);
    late.arrive({
      kind: 'comment',
      text: 'price',
      at: 0,
      comment: { commentId: 'x', mediaId: 'm', parentId: null, fromSelf: false },
    });
    expect(late.answer()).toEqual([]);
    expect(late.reasons[0]).toBe('trigger c1: comment_too_old');
  });

  describe('and the messages after the private reply', () => {
    const two = flow(start(), message('One'), tagContact('commented'), message('Two'), message('Three'));

    it('are held until the person answers with anything', () => {
      const chat = open(two);
      expect(chat.comments('price')).toEqual(['private: One', '+commented']);
      expect(chat.run).toMatchObject({ status: 'waiting', waitingFor: { kind: 'opening' }, wakeAt: null });
      expect(chat.says('thanks')).toEqual(['Two', 'Three']);
      expect(chat.reasons).toEqual(['*waiting_run: opening']);
      expect(chat.run?.status).toBe('completed');
    });

    it('go out at once when the 24-hour window is open', () => {
      const chat = open(two, { conversation: { windowExpiresAt: 9e15 } });
      expect(chat.comments('price')).toEqual(['private: One', '+commented', 'Two', 'Three']);
    });

    it('are held though the run came to them by a wait', () => {
      const chat = open(flow(start(), message('One'), wait('1h'), message('Two')));
      chat.comments('price');
      expect(chat.passes(hours(1))).toEqual([]);
      expect(chat.run).toMatchObject({ waitingFor: { kind: 'opening', nodeId: 'node_4' } });
      expect(chat.says('ok')).toEqual(['Two']);
    });

    it('are not held when the person wrote during the wait', () => {
      const chat = open(flow(start(), message('One'), wait('1h'), message('Two')));
      chat.comments('price');
      expect(chat.says('ok')).toEqual([]);
      expect(chat.passes(hours(1))).toEqual(['Two']);
    });

    it('follow the tap on the private reply', () => {
      const chat = open(
        flow(
          start(),
          message('Want it?', { buttons: [quickReply('Yes', 'YES')], to: [onButton('YES', 'link')] }),
          message('Link', { id: 'link' }),
          message('Bye'),
        ),
      );
      chat.comments('price');
      expect(chat.taps('YES', 'Yes')).toEqual(['Link', 'Bye']);
    });

    it('begin with the rest of a long first message, text before media', () => {
      const text = `${'A sentence of some length. '.repeat(60)}End.`;
      const chat = open(flow(start(), message(text, { mediaUrl: 'https://x.test/a.png' })));
      const [first] = chat.comments('price');
      expect(first).toMatch(/^private: A sentence/);
      expect(chat.sent).toHaveLength(1);
      expect(chat.run?.status).toBe('waiting');
      const rest = chat.says('hm');
      expect(rest).toHaveLength(2);
      expect(rest[0]).toBe('https://x.test/a.png');
      expect(rest[1]).toMatch(/End\.$/);
      expect(chat.run?.status).toBe('completed');
      expect(new Set(chat.sent.map(({ key }) => key)).size).toBe(3);
    });

    it('include a question and a hand-over', () => {
      const chat = open(
        flow(start(), message('One'), getInput('Name?', { saveToAttribute: 'name' }), humanTakeover('x')),
      );
      chat.comments('price');
      expect(chat.says('hello')).toEqual(['Name?']);
    });
  });

  it('are answered in public by a node too, which a direct message passes by', () => {
    const main = flow(start(), commentReply(['Look in your inbox']), message('Hi'));
    expect(open(main).comments('price')).toEqual(['public: Look in your inbox', 'private: Hi']);
    expect(open(main, { triggers: [{ id: 't' }] }).says('hello')).toEqual(['Hi']);
  });
});
