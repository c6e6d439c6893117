import { keepSameMarks } from './keep-same-marks';

describe('keepSameMarks', () => {
  it('keeps the objects of marks that say the same', () => {
    const known = { a: { reached: 1 }, b: { reached: 2 } };
    const kept = keepSameMarks(known, { a: { reached: 1 }, b: { reached: 3 }, c: { reached: 0 } });
    expect(kept['a']).toBe(known.a);
    expect(kept).toEqual({ a: { reached: 1 }, b: { reached: 3 }, c: { reached: 0 } });
  });

  it('takes the first ones as they are', () => {
    const next = { a: { reached: 1 } };
    expect(keepSameMarks(null, next)).toBe(next);
  });
});
