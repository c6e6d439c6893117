import type { Trigger } from '@instaflow/contracts';
import { findConflicts } from './find-conflicts';

const trigger = (triggerId: string, keyword: string | null, more: Partial<Trigger> = {}): Trigger =>
  ({
    triggerId,
    keyword,
    flowId: `flow-${triggerId}`,
    type: 'dm_keyword',
    match: 'contains_word',
    allowTypos: false,
    postScope: 'all',
    postPermalink: null,
    status: 'active',
    priority: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...more,
  }) as Trigger;

const idsOf = (subject: Trigger, ...others: Trigger[]) =>
  findConflicts(subject, others).map(({ trigger: { triggerId }, words }) => [triggerId, ...words]);

const winsOver = (subject: Trigger, other: Trigger) => findConflicts(subject, [other])[0]?.wins;

const onPost = (permalink: string): Partial<Trigger> => ({
  type: 'comment_keyword',
  postScope: 'one',
  postPermalink: permalink,
});

describe('findConflicts', () => {
  it('names the words two triggers share, whatever their case and accents', () => {
    expect(idsOf(trigger('a', 'Price, Café'), trigger('b', 'cafe , PRICE, link'))).toEqual([
      ['b', 'price', 'cafe'],
    ]);
  });

  it('does not compare a trigger with itself, with inactive ones, other kinds or other posts', () => {
    const a = trigger('a', 'price', onPost('https://www.instagram.com/p/1'));
    expect(
      idsOf(
        a,
        a,
        trigger('b', 'price', { ...onPost('https://www.instagram.com/p/1'), status: 'inactive' }),
        trigger('c', 'price'),
        trigger('d', 'price', onPost('https://www.instagram.com/p/2')),
        trigger('e', 'price', { type: 'comment_keyword', postScope: 'next' }),
      ),
    ).toEqual([]);
  });

  it('finds that a trigger for all posts also hears below the one post of another', () => {
    const everywhere = trigger('a', 'price', { type: 'comment_keyword' });
    const one = trigger('b', 'price', onPost('https://www.instagram.com/p/1'));
    expect(idsOf(everywhere, one)).toEqual([['b', 'price']]);
    expect(idsOf(one, everywhere)).toEqual([['a', 'price']]);
  });

  it('finds two that answer anything', () => {
    expect(idsOf(trigger('a', null), trigger('b', ' '), trigger('c', 'price'))).toEqual([['b']]);
  });

  it('finds a word that the other one takes for a slip of the pen', () => {
    expect(idsOf(trigger('a', 'prices'), trigger('b', 'pricex', { allowTypos: true }))).toEqual([
      ['b', 'prices'],
    ]);
  });

  it('says which one wins: the stricter match, then the higher priority, then the older', () => {
    const a = trigger('a', 'price');
    expect(winsOver(a, trigger('b', 'price', { priority: 1 }))).toBe(true);
    expect(winsOver(a, trigger('b', 'price', { priority: -1 }))).toBe(false);
    expect(winsOver(a, trigger('b', 'price', { createdAt: '2025-01-01T00:00:00.000Z' }))).toBe(true);
    expect(winsOver(a, trigger('b', 'price', { match: 'exact', priority: -5 }))).toBe(true);
    expect(winsOver(a, trigger('b', 'price', { match: 'contains', priority: 5 }))).toBe(false);
  });

  it('lets the trigger of a live flow win over one whose flow is not, whatever their order', () => {
    const a = trigger('a', 'price');
    const b = trigger('b', 'price', { priority: 9 });
    const isLive = (flowId: string) => flowId === 'flow-a';
    expect(findConflicts(a, [b], isLive)[0]?.wins).toBe(false);
    expect(findConflicts(b, [a], isLive)[0]?.wins).toBe(true);
  });
});
