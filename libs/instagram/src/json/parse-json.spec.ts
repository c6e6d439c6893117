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
});
