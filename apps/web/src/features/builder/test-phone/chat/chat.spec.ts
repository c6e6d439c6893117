import type { Trigger } from '@instaflow/contracts';
import { saidLine, sentLine } from '../spec-support/talk-lines';
import { findQuickReplies } from './find-quick-replies';
import { listBeginnings } from './list-beginnings';
import { sayMove } from './say-kinds';

const trigger = (changes: Partial<Trigger>): Trigger => ({
  triggerId: 't',
  flowId: 'f',
  flowName: 'F',
  instagramAccountId: 'a',
  type: 'dm_keyword',
  keyword: 'price, cost',
  match: 'contains_word',
  allowTypos: false,
  excludeKeywords: [],
  priority: 0,
  oncePerContactHours: null,
  postPermalink: null,
  postScope: 'all',
  mediaId: null,
  oncePerPost: false,
  publicReplies: [],
  status: 'active',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...changes,
});
const said = saidLine('ok');

describe('ways to begin', () => {
  it('are what somebody would do to set the triggers off, each once', () => {
    const triggers = [
      trigger({}),
      trigger({ triggerId: 't2' }),
      trigger({ triggerId: 't3', type: 'comment_keyword', keyword: null, mediaId: 'post-1' }),
      trigger({ triggerId: 't4', type: 'ref_link', keyword: 'bio' }),
      trigger({ triggerId: 't5', match: 'regex', keyword: '^a+$' }),
    ];
    expect(listBeginnings(triggers).map(({ move }) => move)).toEqual([
      { kind: 'text', text: 'price' },
      { kind: 'comment', text: 'Hello', mediaId: 'post-1', permalink: null },
      { kind: 'ref_link', ref: 'bio' },
    ]);
  });
});

describe('what is said', () => {
  it('becomes a move of its kind, and none without words', () => {
    expect(sayMove('live_comment', ' hi ')).toEqual({ kind: 'comment', text: 'hi', isLive: true });
    expect(sayMove('story_mention', '')).toEqual({ kind: 'story_mention' });
    expect(sayMove('text', '  ')).toBeNull();
  });
});

describe('quick replies', () => {
  const quickReplies = [{ title: 'Yes', payload: 'YES' }];

  it('are those of the last message, until something is said', () => {
    const asked = [sentLine({ text: 'Well?', quickReplies })];
    expect(findQuickReplies(asked)).toEqual(quickReplies);
    expect(findQuickReplies([...asked, said])).toEqual([]);
    expect(findQuickReplies([...asked, sentLine({ text: 'By the way' })])).toEqual([]);
  });

  it('do not come with a message that did not arrive', () => {
    expect(findQuickReplies([sentLine({ text: 'Well?', quickReplies }, 'failed')])).toEqual([]);
  });
});
