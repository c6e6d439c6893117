/** A moment as the Graph API writes it: `2025-07-28T22:44:49+0000`. */
export function formatGraphTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, '+0000');
}
