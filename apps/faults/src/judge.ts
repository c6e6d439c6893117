import type { Evidence, Violation } from './evidence/evidence';
import { orderByTaking } from './evidence/order-by-taking';
import { isSend } from './evidence/sends';
import { invariants } from './invariants/invariants';

export type Verdict = {
  seed: number;
  fault: string;
  violations: Violation[];
  /** What the verdict rests on. */
  counts: { hits: number; sends: number; calls: number; uncertain: number };
};

/** Holds the evidence against every invariant; a violation is told with the story of the person it happened to. */
export function judge(collected: Evidence, seed: number): Verdict {
  const evidence = orderByTaking(collected);
  const violations = invariants.flatMap(({ check }) => check(evidence));
  return {
    seed,
    fault: evidence.fault,
    violations: violations.map((violation) => ({
      ...violation,
      story: [...violation.story, ...tell(evidence, violation)],
    })),
    counts: {
      hits: countHits(evidence),
      sends: evidence.calls.filter((call) => isSend(call)).length,
      calls: evidence.officeCalls.length,
      uncertain: evidence.outbox.filter(({ status }) => status === 'uncertain').length,
    },
  };
}

/** How often the fault struck: blows, calls that were answered wrongly, bodies that came again. */
function countHits({ strikes, calls, deliveries }: Evidence): number {
  const bodies = new Set(deliveries.map(({ body }) => body));
  return strikes + calls.filter(({ fault }) => fault !== null).length + deliveries.length - bodies.size;
}

function tell({ stories }: Evidence, { about }: Violation): string[] {
  const story = stories.find(({ igsid }) => igsid === about);
  if (story === undefined) return [];
  const events = story.events.map(({ at, what }) => `    ${new Date(at).toISOString()} ${what}`);
  return [`  ${story.script} ${story.igsid} of account ${story.userId}:`, ...events];
}
