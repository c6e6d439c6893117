import { checkPort } from './check-port';

/** The first port from `first` on that can be listened on at the loopback address. */
export async function findFreePort(first: number): Promise<number> {
  for (let port = Math.max(first, 1_024); port < Math.min(first + 100, 65_535); port += 1) {
    try {
      await checkPort({ host: '127.0.0.1', port });
      return port;
    } catch {
      // Taken: the next one may be free.
    }
  }
  throw new Error(`no free port from ${first} on`);
}
