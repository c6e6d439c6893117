import type { Pool } from 'undici';
import type { AttemptResult } from './delivery';

export type WebhookTransport = {
  post(options: {
    url: string;
    body: string | Buffer;
    headers: Record<string, string>;
    timeoutMs: number;
  }): Promise<AttemptResult>;
  close(): Promise<void>;
};

/** Keep-alive connections to the one receiver; a changed origin gets a new pool. */
export function createWebhookTransport(): WebhookTransport {
  let pool: Pool | null = null;
  let origin = '';

  // Loaded at the first delivery: a simulator without a receiver starts without it.
  const poolFor = async (url: URL): Promise<Pool> => {
    const undici = await import('undici');
    if (pool && origin === url.origin) return pool;
    void pool?.destroy();
    origin = url.origin;
    pool = new undici.Pool(origin, { connections: 32, keepAliveTimeout: 30_000 });
    return pool;
  };

  return {
    async post({ url, body, headers, timeoutMs }) {
      const startedAt = performance.now();
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
      try {
        const target = new URL(url);
        const answer = await (
          await poolFor(target)
        ).request({
          method: 'POST',
          path: `${target.pathname}${target.search}`,
          headers: { 'content-type': 'application/json', 'user-agent': 'facebookexternalua', ...headers },
          body,
          signal: abort.signal,
        });
        await answer.body.dump();
        return { status: answer.statusCode, error: null, durationMs: performance.now() - startedAt };
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        return { status: null, error: text, durationMs: performance.now() - startedAt };
      } finally {
        clearTimeout(timer);
      }
    },
    close: async () => {
      await pool?.destroy();
      pool = null;
    },
  };
}
