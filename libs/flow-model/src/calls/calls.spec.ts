import type { JsonValue } from '../json-value';
import { isCallHeader } from './call-headers';
import { parseBodyTemplate } from './parse-body-template';
import { parseResponsePath, readResponsePath } from './response-path';

describe('paths into an answer', () => {
  const answer: JsonValue = {
    data: { items: [{ name: 'Ana' }, { 'full name': 'Bea' }], count: 2, none: null },
  };

  it.each([
    ['data.count', 2],
    ['$.data.items[0].name', 'Ana'],
    ['data.items[1]["full name"]', 'Bea'],
    [`data['count']`, 2],
    ['data.items.0.name', 'Ana'],
    ['data.none', null],
    ['data.items[7].name', null],
    ['data.count.of', null],
    ['data.items.length', null],
    ['toString', null],
    ['$', answer],
    ['', answer],
  ])('%s', (path, value) => expect(readResponsePath(answer, path)).toEqual(value));

  it.each(['__proto__', 'data.constructor', 'a["prototype"]', 'a[__proto__]', 'a..b', 'a[', 'a[x]', 'a b"c'])(
    'refuses %s',
    (path) => {
      expect(parseResponsePath(path)).toBeNull();
      expect(readResponsePath({ a: { x: 1 } }, path)).toBeNull();
    },
  );
});

describe('the body of a call', () => {
  it('is JSON when it is written as JSON, in the document or in a text', () => {
    const json = { name: '{{contact.name}}' };
    expect(parseBodyTemplate(json)).toEqual({ kind: 'json', json });
    expect(parseBodyTemplate(' {"name": "{{contact.name}}"}')).toEqual({ kind: 'json', json });
    expect(parseBodyTemplate('[1]')).toEqual({ kind: 'json', json: [1] });
  });

  it('is text otherwise, and broken when it only looks like JSON', () => {
    expect(parseBodyTemplate('{{contact.name}}')).toEqual({ kind: 'text', text: '{{contact.name}}' });
    expect(parseBodyTemplate('{% if x %}a{% endif %}')).toMatchObject({ kind: 'text' });
    expect(parseBodyTemplate('{"n": {{x}}}')).toEqual({ kind: 'broken' });
    expect(parseBodyTemplate('')).toEqual({ kind: 'none' });
    expect(parseBodyTemplate(null)).toEqual({ kind: 'none' });
  });
});

describe('headers of a call', () => {
  it.each(['Authorization', 'X-Api-Key', 'accept'])('takes %s', (name) =>
    expect(isCallHeader(name)).toBe(true),
  );
  it.each(['Host', 'content-length', 'Proxy-Authorization', 'Idempotency-Key', 'a b', 'x:y', ''])(
    'refuses “%s”',
    (name) => expect(isCallHeader(name)).toBe(false),
  );
});
