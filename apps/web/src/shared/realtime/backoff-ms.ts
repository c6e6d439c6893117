const firstMs = 500;
const longestMs = 20_000;

/** How long to wait before the next attempt; `dice` in [0, 1) spreads clients that lost the server together. */
export const backoffMs = (failures: number, dice: number): number =>
  Math.round(Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10)) * (0.5 + dice / 2));
