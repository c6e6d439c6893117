import { findMatches } from './find-matches';

const labelsOf = (labels: readonly string[], query: string) =>
  findMatches(
    labels.map((label) => ({ label })),
    query,
  ).map(({ label }) => label);

describe('findMatches', () => {
  it('keeps everything in its order without a query', () => {
    expect(labelsOf(['b', 'a'], '  ')).toEqual(['b', 'a']);
  });

  it('asks for every word, whatever accents and case it is typed in', () => {
    expect(labelsOf(['Café open', 'Café', 'open'], 'OPEN cafe')).toEqual(['Café open']);
  });

  it('puts what begins with the query first, then what has it as it was typed', () => {
    const steps = ['777 · Stop 775', '779 · Stop 777', 'Stop 777 again'];
    expect(labelsOf(steps, 'stop 777')).toEqual(['Stop 777 again', '779 · Stop 777', '777 · Stop 775']);
  });

  it('finds by the hint and the group, too', () => {
    const item = { label: 'Wait', hint: 'Goes on after a time', group: 'Logic' };
    expect(findMatches([item], 'logic time')).toEqual([item]);
    expect(findMatches([item], 'logic never')).toEqual([]);
  });
});
