import { periodOf } from './period';
import { changeOf } from './trend';

describe('periodOf', () => {
  it('counts calendar days of the account, today included', () => {
    const nowMs = Date.parse('2026-11-20T23:30:00.000Z');
    expect(periodOf(7, 'current', { nowMs, timezone: 'Europe/Berlin' })).toEqual({
      startDate: '2026-11-15',
      endDate: '2026-11-21',
      timezone: 'Europe/Berlin',
    });
    expect(periodOf(7, 'previous', { nowMs, timezone: 'UTC' })).toMatchObject({
      startDate: '2026-11-07',
      endDate: '2026-11-13',
    });
  });

  it('is not thrown off by a change of clocks', () => {
    const nowMs = Date.parse('2026-10-26T00:30:00.000Z');
    expect(periodOf(7, 'current', { nowMs, timezone: 'Europe/Berlin' })).toMatchObject({
      startDate: '2026-10-20',
      endDate: '2026-10-26',
    });
  });
});

describe('changeOf', () => {
  it.each([
    [15, 10, { direction: 'up', ratio: 0.5 }],
    [5, 10, { direction: 'down', ratio: -0.5 }],
    [10, 10, { direction: 'flat', ratio: 0 }],
    [10, 0, null],
  ])('from %d to %d', (current, previous, expected) => {
    expect(changeOf(current, previous)).toEqual(expected);
  });
});
