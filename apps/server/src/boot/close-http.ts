import type { Server } from 'node:http';

const graceMs = 1_500;
const lookEveryMs = 50;

/**
 * Closes an HTTP side: nothing new is taken, requests under way are answered for a moment, then every connection is
 * cut. Without that a browser's spare connection, open but never used, would keep the server from closing for a minute:
 * Node does not count it as idle.
 */
export async function closeHttp(server: Server, close: () => Promise<unknown>): Promise<void> {
  const untilIdle = setInterval(() => server.closeIdleConnections(), lookEveryMs);
  const untilCut = setTimeout(() => server.closeAllConnections(), graceMs);
  try {
    await close();
  } finally {
    clearInterval(untilIdle);
    clearTimeout(untilCut);
  }
}
