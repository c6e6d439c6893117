import { fileName } from './file-name';

describe('fileName', () => {
  it.each([
    [['Price list'], 'price-list.flows.json'],
    [['Grüße / Café?'], 'gruße-cafe.flows.json'],
    [['../../etc'], 'etc.flows.json'],
    [['🎉'], 'flow.flows.json'],
    [['A', 'B', 'C'], 'a-and-2-more.flows.json'],
  ])('names a file for %j %s', (names, expected) => {
    expect(fileName(names)).toBe(expected);
  });
});
