import type { RealtimeServerMessage } from '@instaflow/contracts';

/** What the stream sent; null for anything that has no `type`. The rest is trusted as the server's contract. */
export function parseServerMessage(data: unknown): RealtimeServerMessage | null {
  if (typeof data !== 'string') return null;
  try {
    const value: unknown = JSON.parse(data);
    const isTyped = typeof value === 'object' && value !== null && 'type' in value;
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- trusted, as answers are
    return isTyped ? (value as RealtimeServerMessage) : null;
  } catch {
    return null;
  }
}
