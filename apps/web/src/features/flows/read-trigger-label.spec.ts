import { readTriggerLabel } from './read-trigger-label';

describe('readTriggerLabel', () => {
  it.each([
    ['dm_keyword: price', 'dm_keyword', 'price'],
    ['dm_keyword: a: b', 'dm_keyword', 'a: b'],
    ['welcome_message', 'welcome_message', null],
    ['comment_keyword: ', 'comment_keyword', null],
    ['something new: x', null, null],
    ['toString', null, null],
  ])('reads %s', (label, type, keyword) => {
    expect(readTriggerLabel(label)).toEqual({ type, keyword });
  });
});
