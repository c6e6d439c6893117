import { acknowledges } from '../evidence/deliveries';
import type { Evidence, Violation } from '../evidence/evidence';
import { isSend, textOf } from '../evidence/sends';

/** As the flow of the load says. */
const waitMs = 2_000;
const latestMs = 30_000;
/** The clocks of the processes read a moment apart. */
const toleranceMs = 50;

/** 8: a wait ends not before its time and at most 30 s after it, or after the faults are over. */
export function checkWaitsFireOnce(evidence: Evidence): Violation[] {
  return evidence.stories.flatMap(({ igsid, waits }) =>
    waits.flatMap(({ text, tapMid, notBefore }) => {
      const ends = evidence.calls.filter((call) => isSend(call, igsid) && textOf(call) === text);
      const [end] = ends;
      const toldAt = evidence.deliveries.find((delivery) => acknowledges(delivery, tapMid))?.at;
      if (end === undefined || toldAt === undefined) return [];
      const latest = Math.max(toldAt + waitMs, evidence.healedAt) + latestMs;
      const problems = [
        ...(ends.length > 1 ? [`It ended ${ends.length} times.`] : []),
        ...(end.at < notBefore - toleranceMs ? [`It ended ${notBefore - end.at} ms too early.`] : []),
        ...(end.at > latest ? [`It ended ${end.at - latest} ms too late.`] : []),
      ];
      return problems.map((problem) => ({
        invariant: 8,
        about: igsid,
        story: [`The wait before "${text}": ${problem}`],
      }));
    }),
  );
}
