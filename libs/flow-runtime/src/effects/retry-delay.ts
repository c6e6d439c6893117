const firstMs = 1_000;
const factor = 4;

/** How long to pause after the failure number `failures` (from 1): 1, 4, 16 s, each up to half as long again. */
export const retryDelayMs = (failures: number, random: () => number): number =>
  Math.round(firstMs * factor ** (failures - 1) * (1 + random() / 2));
