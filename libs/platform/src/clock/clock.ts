/** Where time comes from: milliseconds since the epoch. Tests pass one they can move. */
export type Clock = { now(): number };

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Date.now() };
