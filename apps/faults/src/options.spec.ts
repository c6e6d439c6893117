import { readOptions } from './options';

describe('readOptions', () => {
  it('runs the first seed with all faults when nothing is asked for', () => {
    expect(readOptions([])).toEqual({
      seeds: [1],
      faults: [],
      isShort: false,
      firstPort: 5_200,
      queue: 'by-seed',
    });
  });

  it('takes a number of seeds, or those named', () => {
    expect(readOptions(['--seeds', '3']).seeds).toEqual([1, 2, 3]);
    expect(readOptions(['--seed', '7,9']).seeds).toEqual([7, 9]);
  });

  it('takes several faults, in one word or in many', () => {
    expect(readOptions(['--fault', 'worker-kill,api-kill', '--fault', 'none']).faults).toEqual([
      'worker-kill',
      'api-kill',
      'none',
    ]);
  });

  it.each([['--seeds', '0'], ['--seed', 'x'], ['--queue', 'kafka'], ['--unknown']])(
    'refuses %s %s',
    (...args) => {
      expect(() => readOptions(args)).toThrow();
    },
  );
});
