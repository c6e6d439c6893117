import type { Trigger } from '@instaflow/contracts';
import { filterGroups, groupTriggers } from './group-triggers';

const trigger = (triggerId: string, keyword: string, more: Partial<Trigger> = {}): Trigger =>
  ({
    triggerId,
    keyword,
    flowName: `Flow ${triggerId}`,
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

const groups = groupTriggers([
  trigger('a', 'price', { priority: 1 }),
  trigger('b', 'price, cost', { priority: 5 }),
  trigger('c', 'menu'),
  trigger('d', 'price', { type: 'comment_keyword' }),
]);

const show = (shown: typeof groups) =>
  shown.map(({ type, triggers }) => [type, ...triggers.map(({ triggerId }) => triggerId)]);

const everything = { type: undefined, search: '', hasConflict: false };

describe('groupTriggers', () => {
  it('puts triggers of a kind together, the one that is asked first on top', () => {
    expect(show(groups)).toEqual([
      ['dm_keyword', 'b', 'a', 'c'],
      ['comment_keyword', 'd'],
    ]);
  });
});

describe('filterGroups', () => {
  it('looks for words in keywords and names of flows', () => {
    expect(show(filterGroups(groups, { ...everything, search: 'MENU' }))).toEqual([['dm_keyword', 'c']]);
    expect(show(filterGroups(groups, { ...everything, search: 'flow d' }))).toEqual([
      ['comment_keyword', 'd'],
    ]);
  });

  it('keeps those that share their words with others', () => {
    expect(show(filterGroups(groups, { ...everything, hasConflict: true }))).toEqual([
      ['dm_keyword', 'b', 'a'],
    ]);
  });

  it('keeps those of one flow, and those in one state', () => {
    const mixed = groupTriggers([
      trigger('a', 'price', { flowId: 'sale' }),
      trigger('b', 'menu', { flowId: 'lunch' }),
      trigger('c', 'cost', { flowId: 'sale', status: 'inactive' }),
    ]);
    const isLive = (flowId: string) => flowId !== 'lunch';
    const shown = (filter: object) => show(filterGroups(mixed, { ...everything, ...filter }, isLive));
    expect(shown({ flowId: 'sale' })).toEqual([['dm_keyword', 'a', 'c']]);
    expect(shown({ state: 'on' })).toEqual([['dm_keyword', 'a']]);
    expect(shown({ state: 'silent' })).toEqual([['dm_keyword', 'b']]);
    expect(shown({ state: 'off' })).toEqual([['dm_keyword', 'c']]);
  });

  it('keeps one kind', () => {
    const shown = filterGroups(groups, { ...everything, type: 'comment_keyword' });
    expect(show(shown)).toEqual([['comment_keyword', 'd']]);
  });
});
