import type { Readable } from 'node:stream';

const patienceMs = 10_000;

/**
 * Reads the rest of a request nobody wants, for a while: a client that is still sending then gets the answer, and its
 * connection is free again.
 */
export function letGo(stream: Readable): void {
  if (stream.readableEnded || stream.destroyed) return;
  const timer = setTimeout(() => stream.destroy(), patienceMs);
  for (const event of ['end', 'close', 'error']) stream.once(event, () => clearTimeout(timer));
  stream.resume();
}
