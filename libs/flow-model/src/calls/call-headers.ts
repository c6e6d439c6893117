const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;

/** Headers that belong to the connection or to us: setting them would break the call or undo what makes it safe. */
const reserved = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'idempotency-key',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Whether a call may set a header of this name. */
export function isCallHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return headerName.test(name) && !reserved.has(lower) && !lower.startsWith('proxy-');
}
