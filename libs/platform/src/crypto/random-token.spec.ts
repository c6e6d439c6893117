import { randomToken } from './random-token';
import { sha256Hex } from './sha256-hex';

describe('randomToken', () => {
  it('is URL-safe, of the wanted strength and never the same', () => {
    const tokens = Array.from({ length: 100 }, () => randomToken());
    expect(new Set(tokens).size).toBe(100);
    expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
    expect(randomToken(16)).toHaveLength(22);
  });
});

describe('sha256Hex', () => {
  it('agrees with the published value', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
