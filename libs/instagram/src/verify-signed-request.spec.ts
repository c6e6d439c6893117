import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { verifySignedRequest } from './verify-signed-request';

const encode = (payload: string) => Buffer.from(payload).toString('base64url');
const sign = (payload: string, secret: string) => {
  const encoded = encode(payload);
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
};
const payload = (rest: object = {}) =>
  JSON.stringify({ user_id: '17841', algorithm: 'HMAC-SHA256', issued_at: 1_790_000_000, ...rest });
const check = (signedRequest: unknown, secrets = ['instagram', 'meta']) =>
  verifySignedRequest({ signedRequest, secrets });

describe('verifySignedRequest', () => {
  it('tells who it is about and which secret signed it', () => {
    expect(check(sign(payload(), 'meta'))).toEqual({
      ok: true,
      userId: '17841',
      issuedAt: 1_790_000_000_000,
      expiresAt: null,
      matchedSecretIndex: 1,
    });
  });

  it('keeps an id beyond the exact range of numbers', () => {
    const text = '{"user_id":17841405822304914123,"algorithm":"HMAC-SHA256","issued_at":1790000000}';
    expect(check(sign(text, 'meta'))).toMatchObject({ ok: true, userId: '17841405822304914123' });
  });

  it('takes padding as other libraries write it', () => {
    const [signature, body] = sign(payload(), 'meta').split('.');
    expect(check(`${signature}=.${body}`)).toMatchObject({ ok: true });
  });

  it.each([
    ['another secret', sign(payload(), 'other'), 'wrong_signature'],
    [
      'a changed payload',
      `${sign(payload(), 'meta').split('.')[0]}.${encode(payload({ user_id: '1' }))}`,
      'wrong_signature',
    ],
    ['another algorithm', sign(payload({ algorithm: 'none' }), 'meta'), 'wrong_algorithm'],
    ['no user', sign('{"algorithm":"HMAC-SHA256"}', 'meta'), 'malformed'],
    ['an id that is none', sign(payload({ user_id: 'a/../b' }), 'meta'), 'malformed'],
    ['no JSON', sign('{', 'meta'), 'malformed'],
    ['a short signature', `abc.${encode(payload())}`, 'malformed'],
    ['nothing', undefined, 'malformed'],
    ['a list', ['x'], 'malformed'],
  ])('refuses %s', (_name, signedRequest, reason) => {
    expect(check(signedRequest)).toEqual({ ok: false, reason });
  });

  it('is never ok without a secret', () => {
    expect(check(sign(payload(), ''), [])).toMatchObject({ ok: false });
    expect(check(sign(payload(), ''), [''])).toMatchObject({ ok: false });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.anything(),
          fc.json().map((json) => sign(json, 'meta')),
        ),
        (input) => {
          check(input);
        },
      ),
      { numRuns: 500 },
    );
  });
});
