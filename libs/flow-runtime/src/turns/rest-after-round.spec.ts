import { restAfterRound } from './rest-after-round';

const quiet = { isBehind: false, tookMs: 30, intakeWaitMs: 2 };
const heldUp = { contacts: 60, isBehind: false, intakeWaitMs: 40 };

describe('restAfterRound', () => {
  it('never lets the next contact wait for a lone one', () => {
    expect(restAfterRound({ ...quiet, contacts: 0 })).toBe(0);
    expect(restAfterRound({ ...quiet, contacts: 1 })).toBe(0);
  });

  it('lets more gather where a few come at a time, and goes on at once under full load', () => {
    expect(restAfterRound({ ...quiet, contacts: 2 })).toBe(10);
    expect(restAfterRound({ ...quiet, contacts: 15 })).toBe(10);
    expect(restAfterRound({ ...quiet, contacts: 16 })).toBe(0);
    expect(restAfterRound({ ...quiet, contacts: 8, isBehind: true })).toBe(0);
  });

  it('rests as long as it worked while webhooks are held up, longer the longer they are, but not for ever', () => {
    expect(restAfterRound({ ...heldUp, tookMs: 30, intakeWaitMs: 11 })).toBeCloseTo(33);
    expect(restAfterRound({ ...heldUp, tookMs: 30 })).toBe(120);
    expect(restAfterRound({ ...heldUp, tookMs: 30, intakeWaitMs: 4_000 })).toBe(120);
    expect(restAfterRound({ ...heldUp, tookMs: 5_000 })).toBe(250);
  });
});
