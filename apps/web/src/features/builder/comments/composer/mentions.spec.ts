import { splitMentions } from '../split-mentions';
import { findMention } from './find-mention';
import { insertMention } from './insert-mention';
import { listMentioned } from './list-mentioned';

const ana = { userId: 'a', name: 'Ana' };
const anaSilva = { userId: 's', name: 'Ana Silva' };

describe('findMention', () => {
  it.each([
    ['@', { start: 0, search: '' }],
    ['Hi @an', { start: 3, search: 'an' }],
    ['Hi @Ana Si', { start: 3, search: 'Ana Si' }],
    ['(@an', { start: 1, search: 'an' }],
    ['@ana and @bo', { start: 9, search: 'bo' }],
    ['ana@example', null],
    ['Hi @ ana', null],
    ['@ana\nand', null],
    ['@ana  and', null],
    [`@${'x'.repeat(41)}`, null],
    ['no', null],
  ])('finds in %j %j', (text, place) => {
    expect(findMention(text, text.length)).toEqual(place);
  });

  it('looks only at what stands before the caret', () => {
    expect(findMention('@ana and @bo', 3)).toEqual({ start: 0, search: 'an' });
  });
});

describe('insertMention', () => {
  it('puts the name in full and the caret behind it', () => {
    expect(insertMention('Hi @an', { start: 3, caret: 6, name: 'Ana Silva' })).toEqual({
      text: 'Hi @Ana Silva ',
      caret: 14,
    });
  });

  it('makes no second space', () => {
    expect(insertMention('@an look', { start: 0, caret: 3, name: 'Ana' })).toEqual({
      text: '@Ana look',
      caret: 5,
    });
  });
});

describe('splitMentions', () => {
  const shown = (text: string, people = [ana, anaSilva]) =>
    splitMentions(text, people).map((part) => (part.userId === null ? part.text : [part.userId]));

  it('takes the longer of two names that begin alike', () => {
    expect(shown('@Ana Silva, @Ana!')).toEqual([['s'], ', ', ['a'], '!']);
  });

  it('leaves names of others, longer words and plain text alone', () => {
    expect(shown('@Anabel @Bo ana@Ana.com')).toEqual(['@Anabel @Bo ana', ['a'], '.com']);
    expect(shown('', [])).toEqual([]);
  });
});

describe('listMentioned', () => {
  it('knows whose name is still there, each once', () => {
    expect(listMentioned('@Ana Silva and @Ana Silva', [ana, anaSilva])).toEqual(['s']);
    expect(listMentioned('nobody', [ana])).toEqual([]);
  });
});
