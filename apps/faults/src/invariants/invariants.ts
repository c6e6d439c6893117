import type { Evidence, Violation } from '../evidence/evidence';
import { checkCountersEqual } from './counters-equal';
import { checkInOrder } from './in-order';
import { checkRepliedOrExplained } from './replied-or-explained';
import { checkRightToken } from './right-token';
import { checkSentOnce } from './sent-once';
import { checkSilentAfterTakeover } from './silent-after-takeover';
import { checkStatusesTrue } from './statuses-true';
import { checkStoredOnce } from './stored-once';
import { checkWaitsFireOnce } from './waits-fire-once';
import { checkWithinLimits } from './within-limits';

export type Invariant = { number: number; title: string; check: (evidence: Evidence) => Violation[] };

/** What must hold under every fault. */
export const invariants: readonly Invariant[] = [
  { number: 1, title: 'acknowledged events are stored once', check: checkStoredOnce },
  { number: 2, title: 'due replies are sent or explained', check: checkRepliedOrExplained },
  { number: 3, title: 'nothing is sent twice', check: checkSentOnce },
  { number: 4, title: 'order per contact', check: checkInOrder },
  { number: 5, title: 'silence after takeover, pause, opt-out', check: checkSilentAfterTakeover },
  { number: 6, title: 'the right token', check: checkRightToken },
  { number: 7, title: 'nothing stuck a minute after healing', check: checkAtRest },
  { number: 8, title: 'waits fire once, in time', check: checkWaitsFireOnce },
  { number: 9, title: 'window and rates', check: checkWithinLimits },
  { number: 10, title: 'counters equal the ledger', check: checkCountersEqual },
  { number: 11, title: 'recovery without a hand', check: checkRecovered },
  { number: 12, title: 'statuses are true', check: checkStatusesTrue },
];

function checkAtRest({ leftovers }: Evidence): Violation[] {
  return leftovers.length === 0 ? [] : [{ invariant: 7, about: '', story: leftovers }];
}

function checkRecovered({ broken }: Evidence): Violation[] {
  return broken.length === 0 ? [] : [{ invariant: 11, about: '', story: broken }];
}
