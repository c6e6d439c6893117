import { tokenExpiryMs } from './token-expiry';

const tokenWith = (claims: unknown): string =>
  `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

describe('tokenExpiryMs', () => {
  it('reads the expiry in milliseconds', () => {
    expect(tokenExpiryMs(tokenWith({ exp: 1_700_000_000 }))).toBe(1_700_000_000_000);
  });

  it.each([tokenWith({}), tokenWith(null), 'opaque', 'a.b.c', ''])('answers null for %p', (token) => {
    expect(tokenExpiryMs(token)).toBeNull();
  });
});
