import type { Trigger } from '@instaflow/contracts';
import { findConflicts } from './find-conflicts';

const trigger = (triggerId: string, keyword: string | null, more: Partial<Trigger> = {}): Trigger =>
  ({
    triggerId,
    keyword,
    type: 'dm_keyword',
    postScope: 'all',
    postPermalink: null,
    status: 'active',
    ...more,
  }) as Trigger;

const idsOf = (subject: Trigger, ...others: Trigger[]) =>
  findConflicts(subject, others).map(({ trigger: { triggerId }, words }) => [triggerId, ...words]);

describe('findConflicts', () => {
  it('names the words two triggers share, whatever their case and accents', () => {
    expect(idsOf(trigger('a', 'Price, Café'), trigger('b', 'cafe , PRICE, link'))).toEqual([
      ['b', 'price', 'cafe'],
    ]);
  });

  it('does not compare a trigger with itself, with inactive ones, other kinds or other posts', () => {
    const a = trigger('a', 'price');
    expect(
      idsOf(
        a,
        a,
        trigger('b', 'price', { status: 'inactive' }),
        trigger('c', 'price', { type: 'comment_keyword' }),
        trigger('d', 'price', { postScope: 'one', postPermalink: 'https://www.instagram.com/p/1' }),
        trigger('e', 'price', { postScope: 'next' }),
      ),
    ).toEqual([]);
  });

  it('finds two that answer anything', () => {
    expect(idsOf(trigger('a', null), trigger('b', ' '), trigger('c', 'price'))).toEqual([['b']]);
  });
});
