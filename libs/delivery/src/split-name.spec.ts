import { splitName } from './split-name';

describe('splitName', () => {
  it.each([
    [null, null, null],
    ['', null, null],
    ['  ', null, null],
    ['Anna', 'Anna', null],
    [' Anna  Maria Schmidt ', 'Anna', 'Maria Schmidt'],
    ['🌸 Anna', '🌸', 'Anna'],
  ])('splits %j', (name, firstName, lastName) => {
    expect(splitName(name)).toEqual({ firstName, lastName });
  });
});
