import * as fc from 'fast-check';
import { matchTypos } from './match-typos';
import { findSharedKeywords } from './shared-keywords';

const said = (
  keywords: string,
  text: string,
  match: 'exact' | 'contains_word' | 'contains' = 'contains_word',
) => matchTypos({ keywords, match, texts: [text] });

describe('matchTypos', () => {
  it.each([
    ['price', 'what is the prise?', 'one letter wrong in five'],
    ['price', 'PRICEE', 'one letter too many'],
    ['shipping', 'shiping cost', 'one letter missing in eight'],
    ['anleitung', 'anlietung', 'two wrong from nine letters on'],
    ['größe', 'groese', 'letters as they are compared: ß as ss'],
    ['free shipping', 'do you have free shiping', 'every word of several for itself'],
    ['Preis, Versand', 'versant', 'any of several keywords'],
  ])('finds %s in “%s”: %s', (keywords, text) => {
    expect(said(keywords, text)).not.toBeNull();
  });

  it.each([
    ['link', 'lunk', 'words of four letters have to be right'],
    ['price', 'pirse', 'two wrong in five'],
    ['shipping', 'shpng', 'three missing'],
    ['free shipping', 'fre shipping', 'a short word beside a long one'],
    ['free shipping', 'free of shipping', 'a word between'],
    ['price', 'priceless', 'a longer word'],
    ['code2024', 'code2025', 'digits are meant as they are'],
  ])('does not find %s in “%s”: %s', (keywords, text) => {
    expect(said(keywords, text)).toBeNull();
  });

  it('asks of `exact` that nothing else is said, and leaves other matches alone', () => {
    expect(said('price', 'Prise?!', 'exact')).toBe('price');
    expect(said('price', 'the prise', 'exact')).toBeNull();
    expect(said('price', 'prise', 'contains')).toBeNull();
  });

  it('of words of one length finds exactly those with at most one letter wrong', () => {
    const pair = fc
      .integer({ min: 5, max: 8 })
      .chain((length) => fc.tuple(...[0, 1].map(() => fc.stringMatching(new RegExp(`^[ab]{${length}}$`)))));
    fc.assert(
      fc.property(pair, ([wanted = '', given = '']) => {
        const wrong = [...wanted].filter((letter, index) => letter !== given[index]).length;
        expect(said(wanted, given) !== null).toBe(wrong <= 1);
      }),
    );
  });

  it('takes work linear in the text, whatever the words are', () => {
    const compared = (text: string) =>
      matchTypos({ keywords: 'a'.repeat(64), match: 'contains_word', texts: [text] });
    expect(compared('a'.repeat(10_000))).toBeNull();
    expect(compared(`${'b'.repeat(63)} `.repeat(200))).toBeNull();
    expect(compared('a '.repeat(100_000))).toBeNull();
    expect(
      matchTypos({ keywords: 'x'.repeat(5_000), match: 'exact', texts: ['x'.repeat(4_999)] }),
    ).toBeNull();
  });
});

describe('findSharedKeywords', () => {
  const plain = { match: 'contains_word', allowTypos: false } as const;
  const lenient = { match: 'contains_word', allowTypos: true } as const;

  it('names the words two triggers share, whatever their case and accents', () => {
    expect(
      findSharedKeywords({ ...plain, keyword: 'Price, Café' }, { ...plain, keyword: 'cafe , PRICE, link' }),
    ).toEqual(['price', 'cafe']);
    expect(findSharedKeywords({ ...plain, keyword: 'price' }, { ...plain, keyword: 'prize' })).toEqual([]);
    expect(findSharedKeywords({ ...plain, keyword: null }, { ...plain, keyword: null })).toEqual([]);
  });

  it('counts words that one of them would forgive', () => {
    expect(findSharedKeywords({ ...lenient, keyword: 'price' }, { ...plain, keyword: 'prize' })).toEqual([
      'price',
    ]);
    expect(findSharedKeywords({ ...plain, keyword: 'prize' }, { ...lenient, keyword: 'price' })).toEqual([
      'prize',
    ]);
    expect(findSharedKeywords({ ...lenient, keyword: 'link' }, { ...lenient, keyword: 'lunk' })).toEqual([]);
  });
});
