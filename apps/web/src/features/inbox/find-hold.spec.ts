import type { Message } from '@instaflow/contracts';
import { findHold } from './find-hold';

const until = '2026-11-21T07:00:00.000Z';
const since = '2026-11-20T22:00:00.000Z';
const queued = { deliveryStatus: 'queued', isAutomated: true, heldUntil: null } as Message;
const running = { pausedAt: null };
const paused = { pausedAt: since };

describe('findHold', () => {
  it('finds nothing that holds an ordinary message', () => {
    expect(findHold({ message: queued, account: running, flow: running })).toBeNull();
    expect(findHold({ message: queued, account: null, flow: null })).toBeNull();
  });

  it('tells when quiet hours end', () => {
    const message = { ...queued, heldUntil: until };
    expect(findHold({ message, account: running, flow: running })).toEqual({ reason: 'quiet', until });
  });

  it('names a pause before quiet hours: it has no known end', () => {
    const message = { ...queued, heldUntil: until };
    expect(findHold({ message, account: running, flow: paused })).toEqual({ reason: 'flow', since });
    expect(findHold({ message, account: paused, flow: paused })).toEqual({ reason: 'account', since });
  });

  it.each([{ deliveryStatus: 'sent' }, { isAutomated: false }] as const)(
    'holds nothing with %j',
    (change) => {
      const message = { ...queued, heldUntil: until, ...change };
      expect(findHold({ message, account: paused, flow: paused })).toBeNull();
    },
  );
});
