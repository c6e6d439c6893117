/** A round of so few contacts costs as much for each of them as twice the number would for half. */
const fewContacts = 15;
const gatherMs = 10;
/** From here on webhooks are held up, and turns under way are why. */
const longWaitMs = 10;
const longestRestMs = 100;

/**
 * How long to leave the machine to others after a round of turns, in milliseconds. A lone contact never makes the next
 * one wait; where a few come at a time, more gather for one commit, unless some are due already; while webhooks wait for
 * their acknowledgement, turns take at most half of the time.
 */
export function restAfterRound(round: {
  contacts: number;
  /** It left some that are due. */
  isBehind: boolean;
  tookMs: number;
  intakeWaitMs: number;
}): number {
  const isGathering = !round.isBehind && round.contacts > 1 && round.contacts <= fewContacts;
  const yielded = round.intakeWaitMs > longWaitMs ? Math.min(longestRestMs, round.tookMs) : 0;
  return Math.max(isGathering ? gatherMs : 0, yielded);
}
