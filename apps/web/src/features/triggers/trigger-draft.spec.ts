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
      postPermalink: 'https://www.instagram.com/p/1/',
      publicReplies: 'Sent!\n\nLook into your messages ',
      onceHours: '24',
    });
    expect(body).toEqual({
      keyword: 'price, info',
      match: 'contains_word',
      allowTypos: false,
      excludeKeywords: ['refund'],
      priority: 0,
      oncePerContactHours: 24,
      postPermalink: 'https://www.instagram.com/p/1/',
      publicReplies: ['Sent!', 'Look into your messages'],
    });
    expect(endpoints.createTrigger.body?.safeParse({ type: 'comment_keyword', ...body }).success).toBe(true);
  });

  it('empties what a kind does not have', () => {
    expect(
      fromTriggerDraft({ ...draft, type: 'welcome_message', keyword: 'x', exclude: 'y', publicReplies: 'z' }),
    ).toMatchObject({ keyword: null, excludeKeywords: [], publicReplies: [] });
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
    [{ type: 'comment_keyword', postPermalink: 'my post' }, 'postWrong'],
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
