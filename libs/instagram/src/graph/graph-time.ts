/**
 * Epoch milliseconds of a time as Meta writes it (`2025-07-28T22:44:49+0000`), precise to a second; null when it is none.
 */
export const parseGraphTime = (text: string | null): number | null => {
  // Date.parse takes the zone only with a colon.
  const ms = Date.parse((text ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? null : ms;
};
