import { resolvePeriod } from './resolve-period';

const now = Date.parse('2026-03-30T10:00:00Z');
const resolve = (query: { startDate?: string; endDate?: string }, timezone = 'Europe/Berlin') => {
  const { from, until } = resolvePeriod(query, { timezone, now });
  return [from.toISOString(), until.toISOString()];
};

describe('resolvePeriod', () => {
  it('takes calendar days of the time zone, both included', () => {
    expect(resolve({ startDate: '2026-03-01', endDate: '2026-03-02' })).toEqual([
      '2026-02-28T23:00:00.000Z',
      '2026-03-02T23:00:00.000Z',
    ]);
  });

  it('knows days of 23 hours', () => {
    expect(resolve({ startDate: '2026-03-29', endDate: '2026-03-29' })).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
  });

  it('takes instants as they are', () => {
    expect(resolve({ startDate: '2026-03-01T12:00:00Z', endDate: '2026-03-01T13:00:00+00:00' })).toEqual([
      '2026-03-01T12:00:00.000Z',
      '2026-03-01T13:00:00.000Z',
    ]);
  });

  it('counts thirty days up to now without dates', () => {
    expect(resolve({}, 'UTC')).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-30T10:00:00.000Z']);
  });

  it('refuses a period that ends before it begins', () => {
    expect(() => resolve({ startDate: '2026-03-02', endDate: '2026-03-01' })).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });
});
