import { flow, message, start, wait, type FlowStep } from '@instaflow/flow-model';
import { begin } from '../testing/begin';
import type { Setting } from '../testing/setting';

describe('wait', () => {
  function dueAfter(step: FlowStep, setting: Setting = {}) {
    const { chat } = begin(flow(start(), step, message('Go')), setting);
    const wakeAt = chat.run?.wakeAt ?? null;
    return wakeAt === null ? chat.sent.length : new Date(wakeAt).toISOString();
  }

  it('waits for a date in the zone asked for, and not at all for one that is past', () => {
    expect(dueAfter(wait({ date: '2026-06-01T09:00' }))).toBe('2026-06-01T07:00:00.000Z');
    expect(dueAfter(wait({ date: '2026-06-01T09:00Z' }))).toBe('2026-06-01T09:00:00.000Z');
    const tokyo = { contact: { timezone: 'Asia/Tokyo' } };
    expect(dueAfter(wait({ date: '2026-06-01T09:00' }, { timezone: 'contact' }), tokyo)).toBe(
      '2026-06-01T00:00:00.000Z',
    );
    expect(dueAfter(wait({ date: '2020-01-01' }))).toBe(1);
  });

  it('knows the zone of a contact by an attribute, and takes the account’s where that is no zone', () => {
    const inZone = (timezone: string) =>
      dueAfter(wait({ weekdays: [2], from: '09:00', to: '10:00' }, { timezone: 'contact' }), {
        contact: { customAttributes: { timezone } },
      });
    expect(inZone('America/New_York')).toBe('2026-05-05T13:00:00.000Z');
    expect(inZone('Mars/Olympus')).toBe('2026-05-05T07:00:00.000Z');
  });

  it('waits for a date that is years away, and survives one that no calendar has', () => {
    expect(dueAfter(wait({ date: '2029-01-01T00:00Z' }))).toBe('2029-01-01T00:00:00.000Z');
    const contact = { customAttributes: { appointment: 8e20 } };
    expect(dueAfter(wait({ attribute: 'appointment' }), { contact })).toBe('2036-05-11T12:00:00.000Z');
  });

  it('waits for the date in an attribute', () => {
    const contact = { customAttributes: { appointment: '2026-05-05 08:30' } };
    expect(dueAfter(wait({ attribute: 'appointment' }), { contact })).toBe('2026-05-05T06:30:00.000Z');
    expect(dueAfter(wait({ attribute: 'missing' }))).toBe(1);
  });

  it('waits for a weekly window, also one over midnight, and passes through an open one', () => {
    const every = [1, 2, 3, 4, 5, 6, 7];
    expect(dueAfter(wait({ weekdays: [3], from: '09:00', to: '18:00' }))).toBe('2026-05-06T07:00:00.000Z');
    expect(dueAfter(wait({ weekdays: every, from: '22:00', to: '06:00' }))).toBe('2026-05-04T20:00:00.000Z');
    expect(dueAfter(wait({ weekdays: [7], from: '20:00', to: '15:00' }))).toBe(1);
    expect(dueAfter(wait({ weekdays: [1], from: '09:00', to: '15:00' }))).toBe(1);
  });

  it('survives absurd durations', () => {
    expect(dueAfter(wait('-5s'))).toBe(1);
    expect(dueAfter(wait('999999999d'))).toBe('2027-05-05T12:00:00.000Z');
  });
});
