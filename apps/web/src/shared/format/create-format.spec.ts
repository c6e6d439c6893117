import { createFormat } from './create-format';

describe('createFormat', () => {
  const berlin = createFormat('en', 'Europe/Berlin');

  it('puts an instant on the calendar day of the zone', () => {
    expect(berlin.dayKey('2026-11-20T23:30:00.000Z')).toBe('2026-11-21');
    expect(createFormat('en', 'America/New_York').dayKey('2026-11-20T23:30:00.000Z')).toBe('2026-11-20');
  });

  it.each([
    [30_000, 'now'],
    [5 * 60_000, '5m ago'],
    [3 * 3_600_000, '3h ago'],
    [2 * 86_400_000, '2d ago'],
    [20 * 86_400_000, 'Oct 31'],
  ])('says how long ago %d ms are', (elapsedMs, expected) => {
    const now = Date.parse('2026-11-20T12:00:00.000Z');
    expect(berlin.ago(new Date(now - elapsedMs).toISOString(), now)).toBe(expected);
  });

  it('writes rates as percent', () => {
    expect(berlin.percent(0.4567)).toBe('45.7%');
  });
});
