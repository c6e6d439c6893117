import type { Evidence, Violation } from './evidence/evidence';
import { isSend } from './evidence/sends';
import { invariants } from './invariants/invariants';

export type Verdict = {
  seed: number;
  fault: string;
  violations: Violation[];
  /** What the verdict rests on. */
  counts: { events: number; sends: number; uncertain: number };
};

/** Holds the evidence against every invariant; a violation is told with the story of the person it happened to. */
export function judge(evidence: Evidence, seed: number): Verdict {
  const violations = invariants.flatMap(({ check }) => check(evidence));
  return {
    seed,
    fault: evidence.fault,
    violations: violations.map((violation) => ({
      ...violation,
      story: [...violation.story, ...tell(evidence, violation)],
    })),
    counts: {
      events: evidence.deliveries.length,
      sends: evidence.calls.filter((call) => isSend(call)).length,
      uncertain: evidence.outbox.filter(({ status }) => status === 'uncertain').length,
    },
  };
}

function tell({ stories }: Evidence, { about }: Violation): string[] {
  const story = stories.find(({ igsid }) => igsid === about);
  if (story === undefined) return [];
  const events = story.events.map(({ at, what }) => `    ${new Date(at).toISOString()} ${what}`);
  return [`  ${story.script} ${story.igsid} of account ${story.userId}:`, ...events];
}
