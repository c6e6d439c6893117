import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createKeyRing } from './key-ring';

const first = randomBytes(32);
const second = randomBytes(32);
const row = 'instagram_account:1:access_token';

describe('createKeyRing', () => {
  it('opens what it has sealed, whatever the text', () => {
    const ring = createKeyRing([first]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => ring.open(ring.seal(text, row), row) === text),
    );
  });

  it('seals the same text differently each time', () => {
    const ring = createKeyRing([first]);
    expect(ring.seal('token', row)).not.toBe(ring.seal('token', row));
  });

  it('opens after rotation what the old key sealed, and says that it should be sealed again', () => {
    const sealed = createKeyRing([first]).seal('token', row);
    const rotated = createKeyRing([second, first]);
    expect(rotated.open(sealed, row)).toBe('token');
    expect(rotated.needsReseal(sealed)).toBe(true);
    expect(rotated.needsReseal(rotated.seal('token', row))).toBe(false);
  });

  it('fails closed without the key', () => {
    const sealed = createKeyRing([first]).seal('token', row);
    const open = () => createKeyRing([second]).open(sealed, row);
    expect(open).toThrow(expect.objectContaining({ code: 'unknown_encryption_key', kind: 'operational' }));
  });

  it('does not open a value that was copied to another row', () => {
    const ring = createKeyRing([first]);
    const sealed = ring.seal('token', row);
    expect(() => ring.open(sealed, 'instagram_account:2:access_token')).toThrow(
      expect.objectContaining({ code: 'unreadable_secret' }),
    );
  });

  it('never opens a changed value as another text', () => {
    const ring = createKeyRing([first]);
    const text = 'a token of some length';
    const sealed = ring.seal(text, row);
    const openedAs = [...sealed].map((character, index) => {
      const forged = sealed.slice(0, index) + (character === 'A' ? 'B' : 'A') + sealed.slice(index + 1);
      return outcome(() => ring.open(forged, row));
    });
    expect(new Set(openedAs).size).toBeLessThanOrEqual(2);
    expect(openedAs.filter((result) => result !== 'refused').every((result) => result === text)).toBe(true);
    expect(openedAs.filter((result) => result === 'refused').length).toBeGreaterThan(sealed.length - 5);
  });

  it.each(['', 'v1', 'v2.a.b.c.d', 'plain text', 'v1....', 'v1.a.b.c.d.e'])('does not open %p', (value) => {
    expect(() => createKeyRing([first]).open(value, row)).toThrow(
      expect.objectContaining({ code: 'unreadable_secret' }),
    );
  });

  it.each([[[]], [[randomBytes(16)]], [[first, randomBytes(31)]]])(
    'refuses keys that are not 32 bytes',
    (keys) => {
      expect(() => createKeyRing(keys)).toThrow(expect.objectContaining({ code: 'invalid_encryption_key' }));
    },
  );
});

function outcome(open: () => string): string {
  try {
    return open();
  } catch {
    return 'refused';
  }
}
