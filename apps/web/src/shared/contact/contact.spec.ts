import { contactName } from './contact-name';
import { findNodeName } from './find-node-name';
import { parseAttribute } from './parse-attribute';

describe('contactName', () => {
  const nobody = { firstName: null, lastName: null, instagramUsername: null, instagramUserId: '178' };
  it.each([
    [{ firstName: 'Ana', lastName: 'Silva' }, 'Ana Silva'],
    [{ firstName: 'Ana' }, 'Ana'],
    [{ instagramUsername: 'ana' }, '@ana'],
    [{}, '178'],
  ])('of %j is %s', (known, expected) => {
    expect(contactName({ ...nobody, ...known })).toBe(expected);
  });
});

describe('findNodeName', () => {
  const definition = { nodes: [{ id: 'n1', name: 'Welcome' }, { id: 'n2' }] };
  it('names a step, or falls back to its id', () => {
    expect(findNodeName(definition, 'n1')).toBe('Welcome');
    expect(findNodeName(definition, 'n2')).toBe('n2');
    expect(findNodeName({}, 'n3')).toBe('n3');
    expect(findNodeName(definition, null)).toBeNull();
  });
});

describe('parseAttribute', () => {
  it('keeps the kind of the value it replaces', () => {
    expect(parseAttribute('4.5', 3)).toBe(4.5);
    expect(parseAttribute('many', 3)).toBe('many');
    expect(parseAttribute('false', true)).toBe(false);
    expect(parseAttribute('007', 'x')).toBe('007');
  });
});
