import fc from 'fast-check';
import { parseJson } from './parse-json';

describe('parseJson', () => {
  it('keeps ids beyond the exact range of numbers as text', () => {
    expect(parseJson('{"user_id": 17841405822304914123, "n": [12345678901234567, 5]}')).toEqual({
      user_id: '17841405822304914123',
      n: ['12345678901234567', 5],
    });
  });

  it('leaves digits inside strings and fractions alone', () => {
    const text =
      '{"a":"x:12345678901234567890 \\" ,99999999999999999","b":[1234567890123456.5, 99999999999999999]}';
    expect(parseJson(text)).toEqual({
      a: 'x:12345678901234567890 " ,99999999999999999',
      b: [1234567890123456.5, '99999999999999999'],
    });
  });

  it('throws like JSON.parse', () => {
    expect(() => parseJson('{')).toThrow(SyntaxError);
  });

  it('leaves long fractions and exponents whole beside long integers', () => {
    const text = '{"id":17841405822304914,"a":-0.0000012345678901234567,"b":1.2345678901234567e-5,"c":1e300}';
    expect(parseJson(text)).toEqual({
      id: '17841405822304914',
      a: Number('-0.0000012345678901234567'),
      b: Number('1.2345678901234567e-5'),
      c: 1e300,
    });
  });

  it('reads like JSON.parse whatever holds no long integer', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = `[12345678901234567,${json}]`;
        const holdsLong = /[^.\d]\d{16,}(?![\d.eE])/.test(json.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'));
        if (!holdsLong) expect(parseJson(text)).toEqual(['12345678901234567', JSON.parse(json)]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a long string', (n: number) => `[12345678901234567,"${'x'.repeat(n)}"]`, true],
    ['a long string of escapes', (n: number) => `[12345678901234567,"${'\\"'.repeat(n)}"]`, true],
    ['a string without an end', (n: number) => `[12345678901234567,"${'\\"'.repeat(n)}`, false],
    ['a string that ends in an escape', (n: number) => `[12345678901234567,"${'\\"'.repeat(n)}\\`, false],
    ['digits alone', (n: number) => `[12345678901234567,${'1'.repeat(n)}`, false],
  ])('reads or refuses %s in linear time', (_name, make, isValid) => {
    const startedAt = performance.now();
    const read = () => parseJson(make(1_000_000));
    if (isValid) expect(read()).toHaveLength(2);
    else expect(read).toThrow(SyntaxError);
    // Some hundred times what it takes; in quadratic time it would be hours.
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });
});
