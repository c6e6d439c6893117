/** A round of so few contacts costs as much for each of them as twice the number would for half. */
const fewContacts = 15;
const gatherMs = 10;
/** From here on webhooks are held up, and turns under way are why. */
const longWaitMs = 10;
/** The share of the time turns keep at least, however long webhooks wait, is one part in this and one. */
const mostRest = 4;
const longestRestMs = 250;

/**
 * How long to leave the machine to others after a round of turns, in milliseconds. A lone contact never makes the next
 * one wait; where a few come at a time, more gather for one commit, unless some are due already; the longer webhooks wait
 * for their acknowledgement, the less of the time turns take: half, and down to a fifth.
 */
export function restAfterRound(round: {
  contacts: number;
  /** It left some that are due. */
  isBehind: boolean;
  tookMs: number;
  intakeWaitMs: number;
}): number {
  const isGathering = !round.isBehind && round.contacts > 1 && round.contacts <= fewContacts;
  const isHeldUp = round.intakeWaitMs > longWaitMs;
  const yielded = isHeldUp ? round.tookMs * Math.min(mostRest, round.intakeWaitMs / longWaitMs) : 0;
  return Math.max(isGathering ? gatherMs : 0, Math.min(longestRestMs, yielded));
}
