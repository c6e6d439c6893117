import type { Evidence, Violation } from '../evidence/evidence';
import { isSend, textOf } from '../evidence/sends';

const graceMs = 1_000;

/** 5: more than a second after a takeover, a pause or an opt-out was acknowledged nothing automated leaves. */
export function checkSilentAfterTakeover(evidence: Evidence): Violation[] {
  return evidence.stories.flatMap(({ igsid, silentFrom }) => {
    if (silentFrom === null) return [];
    const late = evidence.calls.filter(
      (call) => isSend(call, igsid) && call.at > silentFrom.at + graceMs && !textOf(call).endsWith('by hand'),
    );
    return late.map((call) => ({
      invariant: 5,
      about: igsid,
      story: [
        `${call.at - silentFrom.at} ms after ${silentFrom.because}, "${textOf(call)}" (${call.mid}) was taken.`,
      ],
    }));
  });
}
