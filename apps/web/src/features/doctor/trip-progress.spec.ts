import { tripProgress } from './trip-progress';

const trip = { startedAt: '2026-11-20T10:00:00.000Z', expiresAt: '2026-11-20T10:10:00.000Z' };
const at = (time: string) => tripProgress(trip, Date.parse(`2026-11-20T${time}Z`));

describe('tripProgress', () => {
  it.each([
    ['10:00:00.000', 0, '10:00'],
    ['10:04:59.500', 0.499, '5:01'],
    ['10:10:00.000', 1, '0:00'],
  ])('at %s is %d with %s left', (time, share, left) => {
    expect(at(time).share).toBeCloseTo(share, 2);
    expect(at(time).left).toBe(left);
  });

  it('stays within its bounds when clocks differ', () => {
    expect(at('09:59:00.000').share).toBe(0);
    expect(at('11:00:00.000')).toEqual({ share: 1, left: '0:00' });
  });
});
