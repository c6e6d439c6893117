/** Place in the stream of changes: transaction, then order within it. */
export type RealtimePosition = { xid: string; id: string };

/** `<xid>.<id>`, the `id` of an event and the `since` of a client. */
export function formatPosition({ xid, id }: RealtimePosition): string {
  return `${xid}.${id}`;
}

/** Null when the text is not a position. */
export function parsePosition(text: string): RealtimePosition | null {
  const match = /^(\d{1,19})\.(\d{1,18})$/.exec(text);
  const [, xid, id] = match ?? [];
  return xid === undefined || id === undefined ? null : { xid, id };
}

/** Negative when `a` lies before `b`. */
export function comparePositions(a: RealtimePosition, b: RealtimePosition): number {
  return compare(BigInt(a.xid), BigInt(b.xid)) || compare(BigInt(a.id), BigInt(b.id));
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
