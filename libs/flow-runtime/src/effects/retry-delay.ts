const firstMs = 1_000;
const factor = 4;

/** Whoever wants to be left alone for longer is asked again all the same: a person waits for what comes of it. */
const longestMs = 15 * 60_000;

/**
 * How long to pause after the failure number `failures` (from 1): 1, 4, 16 s, each up to half as long again, or as long
 * as the other side asked for (`askedMs`) when that is longer, at most a quarter of an hour.
 */
export const retryDelayMs = (input: {
  failures: number;
  askedMs: number | null;
  random: () => number;
}): number => {
  const { failures, askedMs, random } = input;
  const ownMs = Math.round(firstMs * factor ** (failures - 1) * (1 + random() / 2));
  return Math.min(longestMs, Math.max(ownMs, askedMs ?? 0));
};
