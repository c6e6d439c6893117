import { endpoints } from '@instaflow/contracts';
import { checkTriggerDraft, emptyDraft, fromTriggerDraft } from './trigger-draft';

const draft = { ...emptyDraft, flowId: 'f', keyword: 'price' };

describe('trigger draft', () => {
  it('makes a body the contract accepts', () => {
    const body = fromTriggerDraft({
      ...draft,
      type: 'comment_keyword',
      keyword: ' price ,, info ',
      exclude: 'refund',
      postScope: 'one',
      postPermalink: 'https://www.instagram.com/p/1/',
      oncePerPost: true,
      publicReplies: ['Sent!', ' ', 'Look into\nyour messages '],
      onceHours: '24',
    });
    expect(body).toEqual({
      keyword: 'price, info',
      match: 'contains_word',
      allowTypos: false,
      excludeKeywords: ['refund'],
      priority: 0,
      oncePerContactHours: 24,
      postScope: 'one',
      postPermalink: 'https://www.instagram.com/p/1/',
      oncePerPost: true,
      publicReplies: ['Sent!', 'Look into\nyour messages'],
    });
    expect(endpoints.createTrigger.body?.safeParse({ type: 'comment_keyword', ...body }).success).toBe(true);
  });

  it('empties what a kind does not have', () => {
    expect(
      fromTriggerDraft({
        ...draft,
        type: 'welcome_message',
        exclude: 'y',
        publicReplies: ['z'],
        oncePerPost: true,
        postScope: 'next',
      }),
    ).toMatchObject({
      keyword: null,
      excludeKeywords: [],
      publicReplies: [],
      oncePerPost: false,
      postScope: 'all',
    });
  });

  it('keeps no address with a trigger of all posts or the next one', () => {
    const comment = { ...draft, type: 'comment_keyword', postPermalink: 'https://x.example/p/1' } as const;
    expect(fromTriggerDraft({ ...comment, postScope: 'next' })).toMatchObject({
      postScope: 'next',
      postPermalink: null,
    });
    expect(fromTriggerDraft(comment).postPermalink).toBeNull();
  });

  it('compares the reference of a link exactly, whatever was chosen for words before', () => {
    const link = {
      ...draft,
      type: 'ref_link',
      keyword: ' summer-24 ',
      match: 'contains',
      exclude: 'x',
    } as const;
    expect(fromTriggerDraft(link)).toMatchObject({
      keyword: 'summer-24',
      match: 'exact',
      excludeKeywords: [],
    });
  });

  it.each([
    [{ match: 'exact' }, true],
    [{ type: 'comment_keyword' }, true],
    [{ match: 'contains' }, false],
    [{ match: 'regex' }, false],
    [{ type: 'welcome_message' }, false],
  ] as const)('forgives typos with %j: %p', (change, isForgiven) => {
    expect(fromTriggerDraft({ ...draft, ...change, allowTypos: true }).allowTypos).toBe(isForgiven);
  });

  it.each([
    [{ flowId: '' }, 'flowMissing'],
    [{ keyword: ' , ' }, 'keywordMissing'],
    [{ type: 'comment_keyword', postScope: 'one', postPermalink: 'my post' }, 'postWrong'],
    [{ type: 'comment_keyword', postScope: 'one' }, 'postWrong'],
    [{ type: 'ref_link', keyword: 'summer sale' }, 'refWrong'],
    [{ priority: '1.5' }, 'priorityWrong'],
    [{ priority: '' }, 'priorityWrong'],
    [{ onceHours: '0' }, 'onceWrong'],
  ] as const)('finds %j wrong', (change, problem) => {
    expect(checkTriggerDraft({ ...draft, ...change })).toEqual([problem]);
  });

  it('has nothing against a plain keyword, or a comment with any text', () => {
    expect(checkTriggerDraft(draft)).toEqual([]);
    expect(checkTriggerDraft({ ...draft, type: 'comment_keyword', keyword: '' })).toEqual([]);
  });
});
