import fc from 'fast-check';
import { findJsonFault } from './find-json-fault';

describe('findJsonFault', () => {
  it('accepts every ordinary JSON value', () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\u0000'));
    const keys = texts.filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text));
    const values = fc.object({
      key: keys,
      values: [texts, fc.integer(), fc.boolean(), fc.constant(null)],
      maxDepth: 4,
    });
    fc.assert(fc.property(values, (value) => findJsonFault(value) === null));
  });

  it.each([
    ['U+0000 in a text', ['a\u0000']],
    ['U+0000 in a key', { 'a\u0000': 1 }],
    ['half of a surrogate pair', { a: [{ b: '\ud83d' }] }],
    ['__proto__', JSON.parse('{"a":{"__proto__":1}}')],
    ['constructor', { constructor: 1 }],
  ])('finds %s', (_name, value) => {
    expect(findJsonFault(value)).toEqual(expect.any(String));
  });

  it('keeps whole pairs', () => {
    expect(findJsonFault('😀')).toBeNull();
  });

  it('finds 20,000 levels without running out of stack', () => {
    expect(findJsonFault(JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`))).toMatch(/deeper/);
  });
});
