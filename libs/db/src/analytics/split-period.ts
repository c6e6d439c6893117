import type { Period } from './period';

const hourMs = 3_600_000;

/** Parts of a period: whole hours that are counted already, and what is to be counted from the turns themselves. */
export type SplitPeriod = { counted: Period | null; live: Period[] };

/** Splits a period at the hours that are counted, of which those that begin at `countedUntil` or later are not used. */
export function splitPeriod({ from, until }: Period, countedUntil: Date | null): SplitPeriod {
  const first = Math.ceil(from.getTime() / hourMs) * hourMs;
  const end = Math.floor(Math.min(until.getTime(), countedUntil?.getTime() ?? -Infinity) / hourMs) * hourMs;
  if (!(first < end)) return { counted: null, live: [{ from, until }] };
  const live = [
    { from, until: new Date(first) },
    { from: new Date(end), until },
  ];
  return {
    counted: { from: new Date(first), until: new Date(end) },
    live: live.filter((part) => part.from < part.until),
  };
}
