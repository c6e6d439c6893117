import fc from 'fast-check';
import { linkify } from './linkify';

describe('linkify', () => {
  it('finds addresses and leaves the punctuation around them', () => {
    expect(linkify('See https://shop.example/a?b=1, or (http://x.example).')).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'link', text: 'https://shop.example/a?b=1' },
      { kind: 'text', text: ', or (' },
      { kind: 'link', text: 'http://x.example' },
      { kind: 'text', text: ').' },
    ]);
  });

  it('never links other schemes', () => {
    expect(linkify('javascript:alert(1) data:text/html,x').every(({ kind }) => kind === 'text')).toBe(true);
  });

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), fc.string(), (before, url, after) => {
        const text = `${before} ${url} ${after}`;
        expect(
          linkify(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
