import * as fc from 'fast-check';
import { findQuietEnd } from './quiet-hours';

const night = { from: '22:00', to: '08:00' };
const end = (
  now: string,
  quietHours: Parameters<typeof findQuietEnd>[1]['quietHours'],
  timezone = 'Europe/Berlin',
) => {
  const at = findQuietEnd(Date.parse(now), { quietHours, timezone });
  return at === null ? null : new Date(at).toISOString();
};

describe('findQuietEnd', () => {
  it('tells the end over midnight, in the zone of the account', () => {
    expect(end('2026-05-04T21:00:00Z', night)).toBe('2026-05-05T06:00:00.000Z');
    expect(end('2026-05-05T05:59:59Z', night)).toBe('2026-05-05T06:00:00.000Z');
    expect(end('2026-05-05T06:00:00Z', night)).toBeNull();
    expect(end('2026-05-05T19:59:00Z', night)).toBeNull();
    expect(end('2026-05-05T12:00:00Z', night, 'Asia/Tokyo')).toBeNull();
    expect(end('2026-05-05T13:00:00Z', night, 'Asia/Tokyo')).toBe('2026-05-05T23:00:00.000Z');
    expect(end('2026-05-05T21:00:00Z', null)).toBeNull();
  });

  it('goes by the clock on the wall in nights that are longer or shorter', () => {
    expect(end('2026-03-28T22:00:00Z', night)).toBe('2026-03-29T06:00:00.000Z');
    expect(end('2026-10-24T21:00:00Z', night)).toBe('2026-10-25T07:00:00.000Z');
    expect(end('2026-03-29T00:30:00Z', { from: '01:00', to: '02:30' })).toBe('2026-03-29T01:30:00.000Z');
  });

  it('counts a night to the day it begins', () => {
    const weekend = { ...night, weekdays: [5, 6] };
    expect(end('2026-05-08T23:00:00Z', weekend)).toBe('2026-05-09T06:00:00.000Z');
    expect(end('2026-05-10T04:00:00Z', weekend)).toBe('2026-05-10T06:00:00.000Z');
    expect(end('2026-05-10T23:00:00Z', weekend)).toBeNull();
    expect(end('2026-05-08T23:00:00Z', { ...night, weekdays: [] })).toBeNull();
  });

  it('never ends in the past or later than a long day, whatever the hours, zone and moment', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(time, time, zone, moment, (from, to, timezone, now) => {
        const at = findQuietEnd(now, { quietHours: { from, to }, timezone });
        if (at !== null) expect(at > now && at - now <= 26 * 3_600_000).toBe(true);
      }),
    );
  });
});
