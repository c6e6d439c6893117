import { createHmac } from 'node:crypto';
import { verifySignature } from './verify-signature';

const secret = 'app-secret';
const sign = (body: Uint8Array, key = secret) =>
  `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
const body = Buffer.from('{"text":"\\ud83d\\udc4b \\u00e4 https:\\/\\/x"}');
const check = (header: string | undefined, secrets: string[] = [secret], rawBody: Uint8Array = body) =>
  verifySignature({ rawBody, header, secrets });

describe('verifySignature', () => {
  it('agrees with a published test vector of HMAC-SHA256 (RFC 4231, case 2)', () => {
    const rawBody = Buffer.from('what do ya want for nothing?');
    const header = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(check(header, ['Jefe'], rawBody)).toEqual({ ok: true, matchedSecretIndex: 0 });
  });

  it('accepts escaped and raw emojis, each signed as it is on the wire', () => {
    expect(check(sign(body)).ok).toBe(true);
    const raw = Buffer.from('{"text":"👋 ä"}');
    expect(check(sign(raw), [secret], raw).ok).toBe(true);
    expect(check(sign(raw)).ok).toBe(false);
  });

  it('tells which of two secrets matched', () => {
    expect(check(sign(body, 'second'), ['first', 'second'])).toEqual({ ok: true, matchedSecretIndex: 1 });
  });

  it.each([
    [undefined],
    [''],
    ['sha256='],
    ['sha1=abc'],
    [sign(body).slice(0, -1)],
    [`${sign(body)}0`],
    [sign(body).replace(/.$/, 'g')],
    [sign(body).replace('sha256=', '')],
    [sign(Buffer.from('other'))],
    [sign(body, 'wrong')],
  ])('refuses %s', (header) => {
    expect(check(header)).toEqual({ ok: false, matchedSecretIndex: null });
  });

  it('is closed without a secret, also for what was signed with an empty one', () => {
    expect(check(sign(body), []).ok).toBe(false);
    expect(check(sign(body, ''), ['']).ok).toBe(false);
  });
});
