import { decodeCursor, encodeCursor } from './keyset-cursor';
import { likePattern } from './like-pattern';
import { isIdKey } from './page-by-id';
import { cursorOf, offsetOf, toPage } from './page';
import { wordStart } from './word-start';

describe('wordStart', () => {
  it.each([
    ['pr', "'pr':*"],
    [' A7 ', "'a7':*"],
    ['pri', null],
    ["a'", null],
    ['é', null],
    ['', null],
    [undefined, null],
  ])('reads %j as %j', (text, query) => expect(wordStart(text)).toBe(query));
});

describe('cursors', () => {
  it('come back as they were', () => {
    expect(decodeCursor(encodeCursor(['2026-01-01 00:00:00.123456+00', 'id']))).toEqual([
      '2026-01-01 00:00:00.123456+00',
      'id',
    ]);
  });

  it.each(['', 'x', 'bm9wZQ', Buffer.from('{"a":1}').toString('base64url')])('are not made of %p', (text) => {
    expect(decodeCursor(text)).toBeNull();
  });

  it('of another list are refused with 400', () => {
    const request = { page: 1, limit: 10, cursor: encodeCursor([7]) };
    expect(() => cursorOf(request, isIdKey)).toThrow(expect.objectContaining({ status: 400 }));
  });

  it('win over the page', () => {
    expect(offsetOf({ page: 3, limit: 10 })).toBe(20);
    expect(offsetOf({ page: 3, limit: 10, cursor: 'x' })).toBe(0);
  });
});

describe('a page', () => {
  const make = (rows: number[]) =>
    toPage({ rows, total: 9, request: { page: 1, limit: 2 }, keyOf: (row) => [row] });

  it('has a cursor when one row more than asked for was found', () => {
    expect(make([1, 2, 3])).toEqual({ rows: [1, 2], total: 9, nextCursor: encodeCursor([2]) });
  });

  it('has none at the end', () => {
    expect(make([1, 2]).nextCursor).toBeNull();
  });
});

describe('likePattern', () => {
  it('takes wildcards literally', () => {
    expect(likePattern('50%_\\')).toBe('%50\\%\\_\\\\%');
  });
});
