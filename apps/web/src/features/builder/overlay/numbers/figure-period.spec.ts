import { toPeriodQuery } from './figure-period';

describe('toPeriodQuery', () => {
  it.each([
    [7, '2026-02-26'],
    [30, '2026-02-03'],
    [90, '2025-12-05'],
  ] as const)('counts today among the last %i days', (days, startDate) => {
    expect(toPeriodQuery({ kind: 'days', days }, '2026-03-04')).toEqual({ startDate, endDate: '2026-03-04' });
  });

  it('takes days of one’s own as they are', () => {
    const own = { startDate: '2026-01-01', endDate: '2026-01-02' };
    expect(toPeriodQuery({ kind: 'own', ...own }, '2026-03-04')).toEqual(own);
  });
});
