import { findNextOpening, isInWindows } from './weekly-windows';
import { parseMoment, usableZone } from './zone';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const next = (now: string, window: Parameters<typeof findNextOpening>[1], zone = 'Europe/Berlin') => {
  const opening = findNextOpening(Date.parse(now), window, zone);
  return opening === null ? null : new Date(opening).toISOString();
};

describe('findNextOpening', () => {
  it('is now inside the window, whichever side of midnight', () => {
    const night = { weekdays: [5], from: '22:00', to: '06:00' };
    expect(next('2026-05-08T21:00:00Z', night)).toBe('2026-05-08T21:00:00.000Z');
    expect(next('2026-05-09T03:59:00Z', night)).toBe('2026-05-09T03:59:00.000Z');
    expect(next('2026-05-09T04:00:00Z', night)).toBe('2026-05-15T20:00:00.000Z');
  });

  it('goes by the clock on the wall over changes of summer time', () => {
    const morning = { weekdays: everyDay, from: '09:00', to: '10:00' };
    expect(next('2026-03-28T12:00:00Z', morning)).toBe('2026-03-29T07:00:00.000Z');
    expect(next('2026-10-24T12:00:00Z', morning)).toBe('2026-10-25T08:00:00.000Z');
    expect(next('2026-03-28T12:00:00Z', { weekdays: [7], from: '02:30', to: '02:45' })).not.toBeNull();
  });

  it('comes back a week later, and never for no weekday', () => {
    expect(next('2026-05-04T08:00:00Z', { weekdays: [1], from: '09:00', to: '10:00' })).toBe(
      '2026-05-11T07:00:00.000Z',
    );
    expect(next('2026-05-04T08:00:00Z', { weekdays: [], from: '09:00', to: '10:00' })).toBeNull();
  });
});

describe('isInWindows', () => {
  it('asks every window', () => {
    const windows = [
      { weekdays: [1], from: '09:00', to: '12:00' },
      { weekdays: [1], from: '13:00', to: '17:00' },
    ];
    const at = (time: string) => isInWindows(Date.parse(`2026-05-04T${time}:00Z`), windows, 'Europe/Berlin');
    expect([at('07:00'), at('10:00'), at('11:00'), at('15:00')]).toEqual([true, false, true, false]);
    expect(isInWindows(0, [], 'UTC')).toBe(false);
  });
});

describe('zones', () => {
  it('take an unknown one for UTC', () => {
    expect([usableZone('Mars/Olympus'), usableZone(null), usableZone('Asia/Tokyo')]).toEqual([
      'UTC',
      'UTC',
      'Asia/Tokyo',
    ]);
    expect(parseMoment('2026-05-04 09:00', 'Mars/Olympus')).toBe(Date.UTC(2026, 4, 4, 9));
    expect(parseMoment('rubbish', 'UTC')).toBeNull();
  });
});
