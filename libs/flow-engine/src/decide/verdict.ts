import type { JsonValue } from '@instaflow/flow-model';
import type { ContactSnapshot } from '../contact-snapshot';
import type { Effect } from '../effect';
import type { RunState } from '../run-state';
import type { Candidate } from '../turn';
import type { TraceStep } from '../trace-step';

/** What was decided about one utterance. */
export type Verdict = {
  run: RunState | null;
  endedRun: RunState | null;
  contact: ContactSnapshot;
  effects: Effect[];
  trace: TraceStep[];
  firedTriggerId: string | null;
  firedForPost?: string | null;
  isDefaultReply: boolean;
  /** Whether the events were answered, and by what. */
  outcome: 'consumed' | 'ignored';
  reason: string;
};

/** Everything tried so far, in the order it was tried. */
export type Candidates = Candidate[];

type About = { id?: string | null; name?: string | null; detail?: Record<string, JsonValue> };

/** Notes a candidate that lost. */
export function reject(
  candidates: Candidates,
  kind: Candidate['kind'],
  reason: string,
  { id = null, name = null, ...rest }: About = {},
): null {
  candidates.push({ kind, id, name, outcome: 'rejected', reason, ...rest });
  return null;
}

/** Notes the candidate that answers. */
export function choose(
  candidates: Candidates,
  kind: Candidate['kind'],
  reason: string,
  { id = null, name = null, ...rest }: About = {},
): void {
  candidates.push({ kind, id, name, outcome: 'chosen', reason, ...rest });
}
