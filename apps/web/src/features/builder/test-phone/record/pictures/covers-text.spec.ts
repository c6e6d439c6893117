import { coversText } from './covers-text';

const letters = (text: string) => new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));

describe('a font file', () => {
  it('is needed when one of the letters is in its ranges', () => {
    const latin = 'U+0000-00FF, U+0131, U+2000-206F';
    expect(coversText(latin, letters('Größe'))).toBe(true);
    expect(coversText(latin, letters('ı'))).toBe(true);
    expect(coversText(latin, letters('Цена'))).toBe(false);
    expect(coversText('U+4??', letters('Цена'))).toBe(true);
    expect(coversText('u+1F600-1F64F', letters('😀'))).toBe(true);
  });

  it('that names no range is for every text', () => {
    expect(coversText('', letters('a'))).toBe(true);
  });
});
