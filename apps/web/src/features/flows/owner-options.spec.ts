import { listOwnerOptions, readOwner } from './owner-options';

const texts = { me: 'By me', by: (name: string) => `By ${name}`, other: 'By somebody else' };
const owners = [
  { userId: 'a', name: 'Ana' },
  { userId: 'b', name: 'Ben' },
];
const valuesOf = (chosen: string, userId: string | null = 'a') =>
  listOwnerOptions(owners, { userId, chosen, texts }).map(({ value }) => value);

describe('listOwnerOptions', () => {
  it('begins with oneself, who is not listed a second time', () => {
    expect(listOwnerOptions(owners, { userId: 'b', chosen: '', texts })).toEqual([
      { value: 'me', label: 'By me' },
      { value: 'a', label: 'By Ana' },
    ]);
    expect(valuesOf('me', 'new')).toEqual(['me', 'a', 'b']);
  });

  it('keeps whom the address names, although they made none', () => {
    expect(valuesOf('gone')).toEqual(['me', 'b', 'gone']);
    expect(valuesOf('b')).toEqual(['me', 'b']);
  });
});

describe('readOwner', () => {
  it.each([
    ['me', 'me'],
    ['01900000-0000-7000-8000-000000000000', '01900000-0000-7000-8000-000000000000'],
    ['anna', ''],
    ['', ''],
  ])('takes %j of an address as %j', (text, owner) => {
    expect(readOwner(text)).toBe(owner);
  });
});
